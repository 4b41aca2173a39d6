import { Text, View } from '@tarojs/components'
import { back, isTabPage, open } from '../platform/navigate'
import { currentPage } from '../platform/page'
import { texts } from '../texts'
import { Tappable } from '../ui/tappable'
import './browser-header.scss'

const places = [
  ['pages/search/index', texts.common.places.search],
  ['pages/complain/index', texts.common.places.complain],
  ['pages/hall/index', texts.common.places.hall],
  ['pages/me/index', texts.common.places.me],
] as const

/** The header in a browser, where there is no WeChat bar: name of the service, the four places on a wide window, the page's title with the way back. */
export function BrowserHeader({ title }: { readonly title: string }) {
  const page = currentPage()
  return (
    <View className='browser-header' role='banner'>
      <View className='browser-header__bar'>
        <View className='browser-header__in'>
          <Text className='browser-header__name'>{texts.common.service}</Text>
          <View className='browser-header__places' role='navigation'>
            {places.map(([path, words]) => (
              <Tappable key={path} role='link' className={`browser-header__place ${path === page ? 'browser-header__place--on' : ''}`} onTap={() => void open(path)}>
                {words}
              </Tappable>
            ))}
          </View>
        </View>
      </View>
      {isTabPage(page) ? null : (
        <View className='browser-header__in browser-header__title'>
          <Tappable className='browser-header__back' onTap={() => void back()}>{texts.common.back}</Tappable>
          <View role='heading' aria-level='1'>{title}</View>
        </View>
      )}
    </View>
  )
}
