import { queryText } from '@shared/api/client'

/** The page one was on, so that signing in leads back to it; only staff pages, never another site. */
export const returnAddress = (page: string, query: Readonly<Record<string, string | undefined>>): string => page + queryText(query)

/** Page and query of a return address; the queue when it is none of the staff's pages. */
export function parseReturnAddress(address: string | undefined, otherwise: string): { readonly page: string; readonly query: Record<string, string> } {
  const [page, text = ''] = (address ?? '').split('?')
  if (!/^staff\/[a-z-]+\/index$/.test(page) || page === 'staff/sign-in/index') return { page: otherwise, query: {} }
  const query: Record<string, string> = {}
  for (const pair of text.split('&').filter(Boolean)) {
    const [key, value = ''] = pair.split('=')
    try {
      query[decodeURIComponent(key)] = decodeURIComponent(value)
    } catch {
      return { page, query: {} }
    }
  }
  return { page, query }
}
