import * as v from 'valibot'

const name = v.pipe(v.string(), v.minLength(1))

/** A value that SSM holds: it takes no empty ones, so a dash says that there is none (docs/deploy.md). */
const maybeSecret = v.pipe(v.optional(v.string(), ''), v.transform((value) => (value.trim() === '-' ? '' : value.trim())))

/** The environment of every Lambda, and of the local server; docs/runbook.md explains each variable. */
const environment = v.object({
  CENTRES_TABLE: name,
  ITEMS_TABLE: name,
  SEARCHES_TABLE: name,
  COMPLAINTS_TABLE: name,
  ACCOUNTS_TABLE: name,
  SESSIONS_TABLE: name,
  MESSAGES_TABLE: name,
  PHOTOS_TABLE: name,
  FIGURES_TABLE: name,
  CACHES_TABLE: name,
  AUDIT_TABLE: name,
  PHOTO_BUCKET: name,
  AWS_REGION: v.optional(name, 'local'),
  DYNAMODB_ENDPOINT: v.optional(v.pipe(v.string(), v.url())),
  PHOTO_ENDPOINT: v.optional(v.pipe(v.string(), v.url())),
  /** How citizens may sign in: with WeChat, with an anonymous device key, or either. */
  CITIZEN_SIGN_IN: v.optional(v.picklist(['wechat', 'device', 'either']), 'wechat'),
  WECHAT_URL: v.optional(v.pipe(v.string(), v.url()), 'https://api.weixin.qq.com'),
  WECHAT_APPID: v.optional(v.string(), ''),
  WECHAT_SECRET: v.optional(v.string(), ''),
  /** Subscribe-message template for progress of a complaint; empty: none is sent. */
  WECHAT_PROGRESS_TEMPLATE: v.optional(v.string(), ''),
  WECHAT_MINIPROGRAM_STATE: v.optional(v.picklist(['developer', 'trial', 'formal']), 'formal'),
  /** The official account's callback (服务器配置): its token, EncodingAESKeys (the present one, then the former), and who may send. */
  WECHAT_CALLBACK_TOKEN: maybeSecret,
  WECHAT_CALLBACK_KEYS: v.pipe(maybeSecret, v.regex(/^([A-Za-z0-9]{43}(\s*,\s*[A-Za-z0-9]{43})?)?$/)),
  WECHAT_OFFICIAL_APPID: v.optional(v.string(), ''),
  /** Original ids (原始 ID, gh_…) of the official account and the mini-program. */
  WECHAT_ACCOUNTS: v.optional(v.string(), ''),
  /** Address of the web app, for links in the official account's answers. */
  WEB_URL: v.optional(v.pipe(v.string(), v.url()), 'https://example.invalid/'),
})

/** Values parted by commas. */
const listed = (text: string): string[] => text.split(',').map((part) => part.trim()).filter(Boolean)

/** Tables by noun. */
export interface Tables {
  readonly centres: string
  readonly items: string
  readonly searches: string
  readonly complaints: string
  readonly accounts: string
  readonly sessions: string
  readonly messages: string
  readonly photos: string
  readonly figures: string
  readonly caches: string
  readonly audit: string
}

/** The configuration, parsed once when a process starts. */
export interface Config {
  readonly tables: Tables
  readonly region: string
  readonly dynamoEndpoint?: string
  readonly photos: { readonly bucket: string; readonly endpoint?: string }
  readonly citizenSignIn: 'wechat' | 'device' | 'either'
  readonly wechat: {
    readonly url: string
    readonly appid: string
    readonly secret: string
    readonly progressTemplate: string
    readonly miniprogramState: 'developer' | 'trial' | 'formal'
    /** The official account's callback; an empty token: there is none. */
    readonly callback: { readonly token: string; readonly aesKeys: readonly string[]; readonly appids: readonly string[]; readonly accounts: readonly string[] }
  }
  /** Address of the web app, ending in `/`. */
  readonly webUrl: string
}

/** Reads the configuration. @throws Error naming the variables that are missing or wrong, never their values. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = v.safeParse(environment, env)
  if (!parsed.success) {
    const wrong = parsed.issues.map((issue) => String(issue.path?.[0]?.key))
    throw new Error(`Configuration is missing or wrong: ${[...new Set(wrong)].join(', ')}`)
  }
  const it = parsed.output
  return {
    tables: {
      centres: it.CENTRES_TABLE, items: it.ITEMS_TABLE, searches: it.SEARCHES_TABLE, complaints: it.COMPLAINTS_TABLE, accounts: it.ACCOUNTS_TABLE,
      sessions: it.SESSIONS_TABLE, messages: it.MESSAGES_TABLE, photos: it.PHOTOS_TABLE, figures: it.FIGURES_TABLE, caches: it.CACHES_TABLE, audit: it.AUDIT_TABLE,
    },
    region: it.AWS_REGION,
    ...(it.DYNAMODB_ENDPOINT ? { dynamoEndpoint: it.DYNAMODB_ENDPOINT } : {}),
    photos: { bucket: it.PHOTO_BUCKET, ...(it.PHOTO_ENDPOINT ? { endpoint: it.PHOTO_ENDPOINT } : {}) },
    citizenSignIn: it.CITIZEN_SIGN_IN,
    wechat: {
      url: it.WECHAT_URL, appid: it.WECHAT_APPID, secret: it.WECHAT_SECRET,
      progressTemplate: it.WECHAT_PROGRESS_TEMPLATE, miniprogramState: it.WECHAT_MINIPROGRAM_STATE,
      callback: {
        token: it.WECHAT_CALLBACK_TOKEN,
        aesKeys: listed(it.WECHAT_CALLBACK_KEYS),
        appids: [it.WECHAT_OFFICIAL_APPID, it.WECHAT_APPID].filter(Boolean),
        accounts: listed(it.WECHAT_ACCOUNTS),
      },
    },
    webUrl: it.WEB_URL.replace(/\/*$/, '/'),
  }
}
