import { Sha256 } from '@aws-crypto/sha256-js'
import { HttpRequest } from '@smithy/protocol-http'
import { SignatureV4 } from '@smithy/signature-v4'
import type { StoreKeys } from './policy'

const REGION_IN_SCOPE = /^([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request$/

/** `20261123T010203Z` → Date. */
function amzDate(text: string): Date {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  return new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
}

/**
 * True when a request to the store carries a valid AWS Signature Version 4, in its query (a presigned URL, not yet expired)
 * or in its Authorization header. The signature is computed again by the SDK's own signer and compared.
 */
export async function isSigned(request: Request, keys: StoreKeys, now: Date): Promise<boolean> {
  const url = new URL(request.url)
  const query: Record<string, string> = Object.fromEntries(url.searchParams)
  const presigned = 'X-Amz-Signature' in query
  const authorization = Object.fromEntries(
    (request.headers.get('authorization') ?? '').replace(/^AWS4-HMAC-SHA256 /, '').split(/,\s*/).map((part) => part.split(/=(.*)/s).slice(0, 2)),
  ) as Record<string, string>
  const credential = presigned ? query['X-Amz-Credential'] : authorization.Credential
  const signedHeaders = (presigned ? query['X-Amz-SignedHeaders'] : authorization.SignedHeaders)?.split(';') ?? []
  const [, accessKeyId, , region] = REGION_IN_SCOPE.exec(credential ?? '') ?? []
  if (!region || accessKeyId !== keys.accessKeyId) return false
  const signingDate = amzDate((presigned ? query['X-Amz-Date'] : request.headers.get('x-amz-date')) ?? '')
  if (Number.isNaN(signingDate.getTime())) return false
  const headers = Object.fromEntries(signedHeaders.map((name) => [name, request.headers.get(name) ?? '']))
  const signer = new SignatureV4({ credentials: keys, region, service: 's3', sha256: Sha256, uriEscapePath: false, applyChecksum: false })
  const { 'X-Amz-Signature': given, ...unsigned } = query
  const bare = { method: request.method, hostname: url.hostname, port: Number(url.port), path: url.pathname, headers }
  if (presigned) {
    const expiresIn = Number(query['X-Amz-Expires'])
    if (!(signingDate.getTime() + expiresIn * 1000 > now.getTime())) return false
    for (const name of Object.keys(unsigned)) if (/^X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Content-Sha256)$/.test(name)) delete unsigned[name]
    // The presigner moves this header, in this spelling, into the query after it has used it as the payload's hash.
    const unsignedPayload = { ...headers, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' }
    const again = await signer.presign(new HttpRequest({ ...bare, headers: unsignedPayload, query: unsigned }), { signingDate, expiresIn })
    return again.query?.['X-Amz-Signature'] === given
  }
  const again = await signer.sign(new HttpRequest({ ...bare, query: unsigned }), { signingDate, signableHeaders: new Set(signedHeaders) })
  return again.headers.authorization?.split('Signature=')[1] === authorization.Signature
}
