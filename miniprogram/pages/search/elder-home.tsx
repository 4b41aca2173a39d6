import { View } from '@tarojs/components'
import { call } from '../../platform/device'
import { open } from '../../platform/navigate'
import { useCentre } from '../../state/centre'
import { texts } from '../../texts'
import { Tappable } from '../../ui/tappable'
import './elder-home.scss'

const words = texts.search

/** The elder theme's home under the search box: four large buttons and nothing else. */
export function ElderHome() {
  const { value: centre } = useCentre()
  const desk = centre?.telephones.desk
  const buttons = [
    { name: words.elderGuide, detail: words.elderGuideDetail, run: () => open('pages/browse/index') },
    { name: words.elderComplain, detail: words.elderComplainDetail, run: () => open('pages/complain/index') },
    { name: words.elderMine, detail: words.elderMineDetail, run: () => open('pages/complaints/index') },
    // Without the centre's numbers at hand the hall is where they will be.
    { name: words.elderCall, detail: desk ?? words.elderCallDetail, run: () => (desk ? call(desk) : open('pages/hall/index')) },
  ]
  return (
    <View className='elder-home' role='group' aria-label={words.elderActions}>
      {buttons.map(({ name, detail, run }) => (
        <Tappable key={name} className='elder-home__button' label={`${name}，${detail}`} onTap={() => void run()}>
          <View className='elder-home__name'>{name}</View>
          <View className='elder-home__detail'>{detail}</View>
        </Tappable>
      ))}
    </View>
  )
}
