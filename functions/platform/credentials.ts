/**
 * Stands in the bundles for `@aws-sdk/credential-provider-node` (alias in serverless.yml): a Lambda's keys stand in its environment
 * (AWS Lambda, "Defined runtime environment variables"), so the readers of profiles, single sign-on, web identity and instance
 * metadata, a quarter of a bundle, need not be loaded at a cold start.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'
