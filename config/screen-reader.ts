import type { IPluginContext } from '@tarojs/service'

type Attributes = Record<string, string>

/** What the pages say to screen readers, by the attribute that WeChat knows it by. Taro hands each over under the name on the right. */
const named: Attributes = { 'aria-role': 'i.role', 'aria-label': 'i.ariaLabel' }
const states: Attributes = {
  'aria-checked': 'i.ariaChecked',
  'aria-selected': 'i.ariaSelected',
  'aria-pressed': 'i.ariaPressed',
  'aria-expanded': 'i.ariaExpanded',
  'aria-disabled': 'i.ariaDisabled',
  'aria-level': 'i.ariaLevel',
  'aria-modal': 'i.ariaModal',
}

/** Elements with what they are given: each attribute stands fifteen times in the template. Taro's `pure-view` and `click-view` are those without any. */
const elements: Readonly<Record<string, Attributes>> = {
  view: { ...named, ...states },
  'static-view': { ...named, 'aria-level': states['aria-level'], 'aria-modal': states['aria-modal'], 'aria-disabled': states['aria-disabled'] },
  image: named,
  'static-image': named,
  input: named,
  textarea: named,
}


/** The part of Taro's template builder that is changed here. */
interface Template {
  createMiniComponents: (components: object) => Record<string, Attributes>
}

/**
 * Taro plugin: WeChat's templates pass on roles, labels and states. Taro leaves them out to keep templates small, and its own
 * plugin-inject would want other names on the phone (`ariaRole`) than in a browser (`role`).
 */
export default (context: IPluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }: { template?: Template }) => {
      if (!template) return
      const create = template.createMiniComponents.bind(template)
      template.createMiniComponents = (components) => {
        const made = create(components)
        for (const [element, attributes] of Object.entries(elements)) Object.assign(made[element] ?? {}, attributes)
        return made
      }
    },
  })
}
