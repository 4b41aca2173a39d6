import { Agent, get } from 'node:http'

/** One answered request: milliseconds until its last byte, and its status. */
export interface Answered {
  readonly ms: number
  readonly status: number
}

/** One GET over a kept connection. */
function request(url: string, agent: Agent): Promise<Answered> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume()
      response.once('end', () => resolve({ ms: performance.now() - start, status: response.statusCode || 0 }))
      response.once('error', reject)
    }).once('error', reject)
  })
}

/** `clients` people at once, each asking again as soon as it has an answer, until every URL was asked. */
export async function load(urls: readonly string[], clients: number): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const answers: Answered[] = []
  let next = 0
  const client = async (): Promise<void> => {
    while (next < urls.length) answers.push(await request(urls[next++], agent))
  }
  await Promise.all(Array.from({ length: clients }, client))
  agent.destroy()
  return answers
}
