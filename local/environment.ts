/** Logical id of a table in serverless/tables.yml → the variable that names it: `ItemsTable` → `ITEMS_TABLE`. */
const variableOf = (logicalId: string) => logicalId.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()

/** A table's name on one machine: the logical id itself. */
export const localTableName = (logicalId: string) => logicalId

/** What the fake WeChat and the backend agree on; it opens nothing else. */
export const localWeChat = { appid: 'wxlocal0000000000', secret: 'local-wechat-secret', progressTemplate: 'local-progress-template', callbackToken: 'local-callback-token', account: 'gh_local' }

/** The bucket of the local photo store. */
const localBucket = 'photos'

/** The keys of the local engines, as functions/platform/clients.ts signs with. */
export const localKeys = { accessKeyId: 'local', secretAccessKey: 'local-secret' }

/** The environment that the Lambdas get from serverless.yml in the cloud, pointing at this machine's engines. */
export function localEnvironment({ tableIds, dynamodb, photos, wechat }: { tableIds: string[]; dynamodb: string; photos: string; wechat: string }): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(tableIds.map((id) => [variableOf(id), localTableName(id)])),
    AWS_REGION: 'local',
    DYNAMODB_ENDPOINT: dynamodb,
    PHOTO_BUCKET: localBucket,
    PHOTO_ENDPOINT: photos,
    CITIZEN_SIGN_IN: 'either',
    WECHAT_URL: wechat,
    WECHAT_APPID: localWeChat.appid,
    WECHAT_SECRET: localWeChat.secret,
    WECHAT_PROGRESS_TEMPLATE: localWeChat.progressTemplate,
    WECHAT_MINIPROGRAM_STATE: 'developer',
    WECHAT_CALLBACK_TOKEN: localWeChat.callbackToken,
    WECHAT_ACCOUNTS: localWeChat.account,
  }
}
