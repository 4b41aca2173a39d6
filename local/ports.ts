import { createServer } from 'node:net'

/** True when `port` can be bound on the loopback address at this moment. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

/**
 * The first free port from `wanted` upwards.
 * @param onTaken called for each port that was stepped over, so that the person is told
 * @throws Error when 50 ports in a row are taken
 */
export async function freePort(wanted: number, onTaken: (port: number) => void = () => {}): Promise<number> {
  for (let port = wanted; port < wanted + 50; port++) {
    if (await isFree(port)) return port
    onTaken(port)
  }
  throw new Error(`从 ${wanted} 起的 50 个端口都被占用，请用 --port 另选一个`)
}
