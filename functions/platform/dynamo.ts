import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type DynamoDBDocumentClient, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'

/** Whether a single write was refused by its condition. */
export function conditionFailed(error: unknown): boolean {
  return error instanceof ConditionalCheckFailedException
}

/** Whether a single write went through: false when its condition refused it. */
export async function conditionHeld(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (conditionFailed(error)) return false
    throw error
  }
}

/**
 * Why a transaction was refused: for each write of it, whether its condition failed; undefined for any other error.
 * A conflict with another transaction (`TransactionConflict`) counts as no condition's failure: see `transactionConflict`.
 */
export function failedConditions(error: unknown): boolean[] | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined
  return (error.CancellationReasons ?? []).map((reason) => reason.Code === 'ConditionalCheckFailed')
}

/** Whether a transaction was refused only because another one was writing the same records just then. */
function transactionConflict(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None')
  return codes.includes('TransactionConflict') && !codes.includes('ConditionalCheckFailed')
}

/** Runs a write again, up to four times, while other transactions hold the same records; waits 20–160 ms between. */
export async function patiently<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await write()
    } catch (error) {
      if (attempt >= 4 || !transactionConflict(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt))
    }
  }
}

/** Writes all or nothing, patiently: false when the condition of the first write, which guards the others, refused it. */
export async function guardedTransaction(client: DynamoDBDocumentClient, TransactItems: TransactWriteCommandInput['TransactItems']): Promise<boolean> {
  try {
    await patiently(() => client.send(new TransactWriteCommand({ TransactItems })))
    return true
  } catch (error) {
    if (failedConditions(error)?.[0]) return false
    throw error
  }
}

/** DynamoDB's time to live wants seconds since 1970. */
export const ttlAt = (instantMs: number): number => Math.floor(instantMs / 1000)
