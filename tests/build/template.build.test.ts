import { readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { join } from 'node:path'
import { routeList } from '@shared/api/routes'
import { basePath } from '@shared/api/route'
import { routeKeyOf } from '../../functions/platform/http/event'
import { logCodes } from '../../functions/platform/log-codes'

/** The CloudFormation that `npm run package` wrote. */
const root = join(__dirname, '../..')
const text = readFileSync(join(root, '.serverless/cloudformation-template-update-stack.json'), 'utf8')

interface Resource {
  Type: string
  DeletionPolicy?: string
  // Properties differ per type; each test names those that it reads.
  Properties: Record<string, unknown>
}
const resources = (JSON.parse(text) as { Resources: Record<string, Resource> }).Resources
const ofType = (type: string) => Object.entries(resources).filter(([, it]) => it.Type === type)
const properties = <T>(id: string) => resources[id]?.Properties as T

interface Statement { Action: string[] | string; Resource: unknown }
const statementsOf = (lambda: string): Statement[] =>
  properties<{ Policies: { PolicyDocument: { Statement: Statement[] } }[] }>(`${lambda}IamRoleLambdaExecution`).Policies.flatMap((policy) => policy.PolicyDocument.Statement)

const LAMBDAS = ['Items', 'Complaints', 'Accounts', 'Admin', 'Wechat', 'Stream', 'Photos', 'Clock']

test('no region, no partition and no account is written out', () => {
  expect(text).not.toMatch(/arn:aws(-cn)?:/)
  expect(text).not.toMatch(/\b(?:us|eu|ap|cn|sa|ca|me|af)-(?:gov-)?[a-z]+-\d\b/)
  expect(text.match(/"[^"]*amazonaws\.com[^"]*"/g)?.filter((it) => !/^"(lambda|events|apigateway)\.amazonaws\.com"$/.test(it)) ?? []).toEqual([])
})

test('every route of the table, WeChat’s callback, and nothing else, reaches a Lambda', () => {
  const keys = ofType('AWS::ApiGatewayV2::Route').map(([, it]) => String(it.Properties.RouteKey))
  const wanted = routeList.map(routeKeyOf)
  const callback = [`GET ${basePath}/wechat/{centre}`, `POST ${basePath}/wechat/{centre}`]
  expect(keys).toContain('GET /api/v1/centres/{centre}/search')
  expect(keys.sort()).toEqual([...wanted, ...callback].sort())
})

test('all eight Lambdas run on Node 22 on arm64 with a role of their own', () => {
  for (const name of LAMBDAS) {
    expect(properties(`${name}LambdaFunction`)).toMatchObject({ Runtime: 'nodejs22.x', Architectures: ['arm64'], Role: { 'Fn::GetAtt': [`${name}IamRoleLambdaExecution`, 'Arn'] } })
  }
})

test('the public Lambda is small enough to start quickly: none of the SDK’s readers of keys that a Lambda never uses', () => {
  expect(statSync(join(root, '.serverless/items.zip')).size).toBeLessThan(200_000)
})

test('no role has a wildcard action, and none may touch every resource', () => {
  for (const name of LAMBDAS) {
    for (const { Action, Resource: on } of statementsOf(name)) {
      for (const action of [Action].flat()) expect(action).not.toContain('*')
      expect([on].flat()).not.toContain('*')
    }
  }
})

test('the public search cannot read complaints, accounts, sessions, messages or photos', () => {
  const granted = JSON.stringify(statementsOf('Items'))
  for (const forbidden of ['ComplaintsTable', 'AccountsTable', 'SessionsTable', 'MessagesTable', 'PhotosTable', 'PhotoBucket']) expect(granted).not.toContain(forbidden)
})

test('no role may do anything with the audit log but add to it and read it', () => {
  for (const name of LAMBDAS) {
    for (const { Action, Resource: on } of statementsOf(name)) {
      if (!JSON.stringify(on).includes('AuditTable')) continue
      for (const action of [Action].flat()) expect(['dynamodb:PutItem', 'dynamodb:Query']).toContain(action)
    }
  }
  expect(properties('AuditTable')).toMatchObject({ DeletionProtectionEnabled: true })
  expect(properties('AuditTable')).not.toHaveProperty('TimeToLiveSpecification')
})

test('no role may change a row of the complaints table in place, or delete one', () => {
  for (const name of LAMBDAS) {
    for (const { Action, Resource: on } of statementsOf(name)) {
      if (!JSON.stringify(on).includes('"ComplaintsTable","Arn"')) continue
      for (const action of [Action].flat()) expect(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:PutItem']).toContain(action)
    }
  }
})

test('every table is billed on demand, encrypted, recoverable to a point in time and kept when the stack goes', () => {
  const tables = ofType('AWS::DynamoDB::Table')
  expect(tables.length).toBeGreaterThanOrEqual(9)
  for (const [, table] of tables) {
    expect(table).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { BillingMode: 'PAY_PER_REQUEST', SSESpecification: { SSEEnabled: true }, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
    })
  }
})

test('every index is used by a grant, and every grant names a table or an index that exists', () => {
  const all = LAMBDAS.map((name) => JSON.stringify(statementsOf(name))).join('\n')
  for (const [id, table] of ofType('AWS::DynamoDB::Table')) {
    expect(all).toContain(id)
    for (const { IndexName } of (table.Properties.GlobalSecondaryIndexes ?? []) as { IndexName: string }[]) expect(all).toContain(`\${${id}.Arn}/index/${IndexName}`)
  }
  for (const [, id = '', index = ''] of all.matchAll(/\$\{([A-Za-z]+)\.Arn\}\/index\/([A-Za-z]+)/g)) {
    expect((resources[id]?.Properties.GlobalSecondaryIndexes as { IndexName: string }[] | undefined)?.map((it) => it.IndexName)).toContain(index)
  }
})

test('what expires has a time to live, and what has side effects has a stream', () => {
  for (const id of ['SessionsTable', 'CachesTable', 'MessagesTable', 'PhotosTable']) expect(properties(id)).toMatchObject({ TimeToLiveSpecification: { Enabled: true } })
  for (const id of ['ComplaintsTable', 'ItemsTable', 'PhotosTable']) expect(properties(id)).toHaveProperty('StreamSpecification')
})

test('photos are private, encrypted and reached over TLS only', () => {
  expect(properties('PhotoBucket')).toMatchObject({
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
    BucketEncryption: expect.anything(),
  })
  expect(JSON.stringify(properties('PhotoBucketPolicy'))).toContain('aws:SecureTransport')
})

test('logs are kept for 180 days or more', () => {
  const groups = ofType('AWS::Logs::LogGroup')
  expect(groups.length).toBeGreaterThanOrEqual(LAMBDAS.length)
  for (const [, group] of groups) expect(Number(group.Properties.RetentionInDays)).toBeGreaterThanOrEqual(180)
})

test('the API is throttled', () => {
  expect(properties('HttpApiStage')).toMatchObject({ DefaultRouteSettings: { ThrottlingBurstLimit: expect.any(Number), ThrottlingRateLimit: expect.any(Number) } })
})

test('every alarm goes to the topic and has its line in the runbook', () => {
  const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8')
  const alarms = ofType('AWS::CloudWatch::Alarm')
  expect(alarms.length).toBeGreaterThan(10)
  for (const [id, alarm] of alarms) {
    expect({ id, documented: runbook.includes(id) }).toEqual({ id, documented: true })
    expect(alarm.Properties.AlarmActions).toEqual([{ Ref: 'AlarmTopic' }])
  }
})

test('what is watched in the logs: each filter names a code that the log knows and a Lambda that writes it, and feeds an alarm', () => {
  const alarmed = ofType('AWS::CloudWatch::Alarm').map(([, it]) => it.Properties.MetricName)
  const found = ofType('AWS::Logs::MetricFilter').map(([, it]) => {
    const { LogGroupName, FilterPattern, MetricTransformations: [metric] } = it.Properties as { LogGroupName: { Ref: string }; FilterPattern: string; MetricTransformations: { MetricName: string }[] }
    const code = /^\{ \$\.code = "([A-Z_]+)" \}$/.exec(FilterPattern)?.[1] ?? FilterPattern
    expect(Object.keys(logCodes)).toContain(code)
    expect(resources[LogGroupName.Ref]?.Type).toBe('AWS::Logs::LogGroup')
    expect(alarmed).toContain(metric?.MetricName)
    return `${LogGroupName.Ref} ${code}`
  })
  expect(found.sort()).toEqual(['ClockLogGroup CALENDAR_ENDS', 'ClockLogGroup DELIVERY_GIVEN_UP', 'StreamLogGroup DELIVERY_GIVEN_UP'])
})

test('no secret stands in the template: WeChat’s is resolved when the stack is deployed', () => {
  const { Environment } = properties<{ Environment: { Variables: Record<string, unknown> } }>('AccountsLambdaFunction')
  expect(Environment.Variables.WECHAT_SECRET).toMatch(/^\{\{resolve:ssm:/)
})

test('AWS’s own specification knows every type and property, and none that it requires is missing', () => {
  const folder = join(require.resolve('@aws-cdk/aws-service-spec/package.json'), '..')
  const { emptyDatabase } = require('@aws-cdk/service-spec-types') as { emptyDatabase(): SpecDatabase }
  const database = emptyDatabase()
  database.load(JSON.parse(gunzipSync(readFileSync(join(folder, 'db.json.gz'))).toString('utf8')))
  for (const [id, { Type, Properties }] of Object.entries(resources)) {
    const [spec] = database.lookup('resource', 'cloudFormationType', 'equals', Type)
    expect({ id, known: Boolean(spec) }).toEqual({ id, known: true })
    for (const name of Object.keys(Properties ?? {})) expect({ id, name, known: name in (spec?.properties ?? {}) }).toEqual({ id, name, known: true })
    for (const [name, it] of Object.entries(spec?.properties ?? {})) if (it.required) expect({ id, name, there: name in Properties }).toEqual({ id, name, there: true })
  }
}, 30_000)

interface SpecDatabase {
  load(json: unknown): void
  lookup(entity: 'resource', index: 'cloudFormationType', how: 'equals', type: string): { properties: Record<string, { required?: boolean }> }[]
}
