import { handle } from 'hono/aws-lambda'
import { readConfig } from '../platform/config'
import { createCore } from '../platform/core'
import { itemsApp } from './apps/items'

/** The Lambda `items`. */
export const handler = handle(itemsApp(createCore(readConfig(process.env))))
