import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** Where Debian and others put the browser; `CHROME` comes before them. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

/** Keeps a test's browser from calling its maker's servers. */
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/**
 * A headless Chromium: the one named by `CHROME`, an installed one, or the one that comes inside the package
 * `@sparticuz/chromium`, so that a machine with nothing but Node can run the browser test.
 */
export async function launchChromium(): Promise<Browser> {
  const installed = process.env.CHROME ?? PLACES.find((path) => existsSync(path))
  if (installed) return chromium.launch({ executablePath: installed, args: QUIET })
  const { default: bundled } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await bundled.executablePath(), args: [...bundled.args, ...QUIET] })
}
