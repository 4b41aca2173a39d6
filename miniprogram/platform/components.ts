/**
 * `@tarojs/components` as browsers get it (config/index.ts puts this module in its place): elements and fields are plain ones, everything
 * else is Taro's. Taro's build drops every import here but of names it knows as components, so what they are stands in a file of its own.
 */
export * from '@tarojs/components/lib/react'
export { Input, Text, Textarea, View } from './elements'
