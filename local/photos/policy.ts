import { createHmac, timingSafeEqual } from 'node:crypto'

/** The key pair that signs uploads to the local photo store; it opens nothing else. */
export interface StoreKeys {
  accessKeyId: string
  secretAccessKey: string
}

/** Why an upload was refused, in S3's own error codes. */
export class PolicyError extends Error {
  constructor(readonly code: 'AccessDenied' | 'EntityTooLarge' | 'SignatureDoesNotMatch' | 'InvalidPolicyDocument', message: string) {
    super(message)
  }
}

type Condition = Record<string, string> | ['eq' | 'starts-with', string, string] | ['content-length-range', number, number]

/** Form fields that need no condition, see "Creating an HTML form (using AWS signature version 4)", Amazon S3 API reference. */
const FREE_FIELDS = new Set(['file', 'policy', 'x-amz-signature'])

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text, 'utf8').digest()

/** The signature of a POST policy, AWS Signature Version 4 (hex). */
function signPolicy(policy: string, credential: string, secret: string): string {
  const [, date = '', region = '', service = ''] = credential.split('/')
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request')
  return hmac(key, policy).toString('hex')
}

/**
 * Check a browser's form upload against its signed policy, as S3 does: signature, expiry, every field, the file's size.
 * @param fields the form's fields with lower-case names, without the file
 * @param size the file's bytes
 * @throws PolicyError
 */
export function checkUpload(bucket: string, fields: Record<string, string>, size: number, keys: StoreKeys, now: Date): void {
  const { policy = '', 'x-amz-signature': signature = '', 'x-amz-credential': credential = '' } = fields
  const right = Buffer.from(signPolicy(policy, credential, keys.secretAccessKey))
  const given = Buffer.from(signature)
  if (credential.split('/')[0] !== keys.accessKeyId || right.length !== given.length || !timingSafeEqual(right, given)) {
    throw new PolicyError('SignatureDoesNotMatch', 'The request signature does not match the policy.')
  }
  let document: { expiration: string; conditions: Condition[] }
  try {
    document = JSON.parse(Buffer.from(policy, 'base64').toString('utf8'))
  } catch {
    throw new PolicyError('InvalidPolicyDocument', 'The policy is not JSON.')
  }
  if (!(Date.parse(document.expiration) > now.getTime())) throw new PolicyError('AccessDenied', 'Invalid according to Policy: Policy expired.')
  const values: Record<string, string> = { ...fields, bucket }
  const covered = new Set(['bucket'])
  for (const condition of document.conditions) {
    const rule = Array.isArray(condition) ? condition : (['eq', `$${Object.keys(condition)[0]}`, Object.values(condition)[0] as string] as const)
    if (rule[0] === 'content-length-range') {
      if (size > rule[2]) throw new PolicyError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.')
      if (size < rule[1]) throw new PolicyError('AccessDenied', 'Invalid according to Policy: the file is too small.')
      continue
    }
    const name = String(rule[1]).replace(/^\$/, '').toLowerCase()
    covered.add(name)
    const value = values[name] ?? ''
    const holds = rule[0] === 'eq' ? value === rule[2] : value.startsWith(String(rule[2]))
    if (!holds) throw new PolicyError('AccessDenied', `Invalid according to Policy: Policy Condition failed: ${name}`)
  }
  for (const name of Object.keys(fields)) {
    if (!covered.has(name) && !FREE_FIELDS.has(name) && !name.startsWith('x-ignore-')) {
      throw new PolicyError('AccessDenied', `Invalid according to Policy: Extra input fields: ${name}`)
    }
  }
}
