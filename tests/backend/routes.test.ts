import type { LambdaName } from '@shared/api/route'
import { routeList } from '@shared/api/routes'
import { accountsApp } from '../../functions/lambda/apps/accounts'
import { adminApp } from '../../functions/lambda/apps/admin'
import { complaintsApp } from '../../functions/lambda/apps/complaints'
import { itemsApp } from '../../functions/lambda/apps/items'
import { readConfig } from '../../functions/platform/config'
import { createCore } from '../../functions/platform/core'
import { routeKeyOf, type HttpApp } from '../../functions/platform/http/event'
import { localEnvironment } from '../../local/environment'
import { tableDefinitions } from '../../local/dynamodb/tables'

const nowhere = 'http://127.0.0.1:9'
const core = createCore(readConfig(localEnvironment({ tableIds: Object.keys(tableDefinitions('serverless/tables.yml')), dynamodb: nowhere, photos: nowhere, wechat: nowhere })))

const apps: Record<LambdaName, (it: typeof core) => HttpApp> = { items: itemsApp, complaints: complaintsApp, accounts: accountsApp, admin: adminApp }

test.each(Object.keys(apps) as LambdaName[])('the Lambda “%s” answers exactly the routes that the table gives it', (name) => {
  const wanted = routeList.filter((route) => route.lambda === name).map(routeKeyOf)
  expect([...apps[name](core).routeKeys].sort()).toEqual(wanted.sort())
})

test('configuration that is missing is named, and no value of it is told', () => {
  expect(() => readConfig({ ITEMS_TABLE: 'secret-name' })).toThrow(/CENTRES_TABLE.*PHOTO_BUCKET/)
  expect(() => readConfig({ ITEMS_TABLE: 'secret-name' })).not.toThrow(/secret-name/)
})
