import { readConfig } from '../platform/config'
import { createCore } from '../platform/core'
import { itemsApp } from './apps/items'

/** The Lambda `items`. */
export const handler = itemsApp(createCore(readConfig(process.env))).handle
