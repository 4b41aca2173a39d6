import { readFileSync } from 'node:fs'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { parse, type ScalarTag } from 'yaml'

/** What a Lambda's role allows on DynamoDB: `dynamodb:GetItem ItemsTable`, `dynamodb:Query ComplaintsTable/byState`. */
export type Grants = ReadonlySet<string>

interface FunctionEntry {
  iamRoleStatements?: { Action: string | string[]; Resource: string | string[] }[]
}

/** CloudFormation's short forms, kept as plain text. */
const tags: ScalarTag[] = ['!Ref', '!GetAtt', '!Sub'].map((tag) => ({ tag, resolve: (text: string) => text }))

const list = (value: string | string[]) => (Array.isArray(value) ? value : [value])

/** `ComplaintsTable.Arn` and `${ComplaintsTable.Arn}/index/byState` → `ComplaintsTable`, `ComplaintsTable/byState`. */
const placeOf = (resource: string) => resource.replace(/\$\{([A-Za-z]+)\.Arn\}/, '$1').replace(/\.Arn$/, '').replace('/index/', '/')

/** The DynamoDB grants of every Lambda, from serverless/functions.yml. */
export function readGrants(file: string): Record<string, Grants> {
  const functions = parse(readFileSync(file, 'utf8'), { customTags: tags, logLevel: 'silent' }) as Record<string, FunctionEntry>
  return Object.fromEntries(Object.entries(functions).map(([name, entry]) => [name, new Set(
    (entry.iamRoleStatements ?? []).flatMap((statement) => list(statement.Action).filter((action) => action.startsWith('dynamodb:'))
      .flatMap((action) => list(statement.Resource).map((resource) => `${action} ${placeOf(resource)}`))),
  )]))
}

interface PutInput { TableName?: string; Item?: Record<string, unknown>; ConditionExpression?: string }
type Input = Record<string, unknown> & { TableName?: string; IndexName?: string; RequestItems?: Record<string, unknown>; TransactItems?: Record<string, PutInput & { TableName: string }>[] }

const TRANSACTION_ACTIONS: Record<string, string> = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'ConditionCheckItem', Get: 'GetItem' }

/** The grants that one DynamoDB call needs, by the service authorization reference of DynamoDB. */
function grantsNeeded(command: string, input: Input): string[] {
  const action = command.replace(/Command$/, '').replace(/^(Get|Put|Update|Delete)$/, '$1Item').replace(/^Batch(Get|Write)$/, 'Batch$1Item')
  if (input.TransactItems) {
    return input.TransactItems.flatMap((item) => Object.entries(item).map(([kind, { TableName }]) => `dynamodb:${TRANSACTION_ACTIONS[kind]} ${TableName}`))
  }
  if (input.RequestItems) return Object.keys(input.RequestItems).map((table) => `dynamodb:${action} ${table}`)
  return [`dynamodb:${action} ${input.TableName}${input.IndexName ? `/${input.IndexName}` : ''}`]
}

/** What AWS answers when a role lacks a grant. */
export class AccessDenied extends Error {
  override name = 'AccessDeniedException'
}

/** Whether a call could put something in place of a complaint's event: no role can tell the rows of a table apart, so this is held here. */
export function mayReplaceEvent(command: string, input: Input): boolean {
  const single = command === 'PutCommand' ? [input as PutInput] : []
  const puts = [...single, ...(input.TransactItems ?? []).flatMap(({ Put }) => (Put ? [Put as PutInput] : []))]
  return puts.some(({ TableName, Item, ConditionExpression }) =>
    TableName === 'ComplaintsTable' && String(Item?.sk).startsWith('event#') && (single.length > 0 || ConditionExpression !== 'attribute_not_exists(pk)'))
}

/**
 * Hold a Lambda to its role on one machine too: a call that serverless/functions.yml does not allow is refused as AWS refuses it.
 * @param onUse told of each grant that was used, so that a test can find the ones that nobody needs
 */
export function holdToRole(dynamo: DynamoDBDocumentClient, lambda: string, grants: Grants, onUse: (grant: string) => void = () => {}): void {
  dynamo.middlewareStack.add((next, context) => async (args) => {
    for (const grant of grantsNeeded(context.commandName ?? '', args.input as Input)) {
      if (!grants.has(grant)) throw new AccessDenied(`The role of ${lambda} is not authorized to perform: ${grant}`)
      onUse(grant)
    }
    if (mayReplaceEvent(context.commandName ?? '', args.input as Input)) throw new AccessDenied(`${lambda} may only add events, each in the transaction of its step`)
    return next(args)
  }, { step: 'initialize', name: 'holdToRole' })
}
