import { Text, View } from '@tarojs/components'
import { Tappable } from './tappable'
import './floor-plan.scss'

/** One rectangle of the plan, in the plan's own units, origin top left. */
export interface PlanRoom {
  readonly key: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** A service area (can be tapped), or something else: lift, toilet, entrance. */
  readonly kind: 'area' | 'place'
  /** Stands out: this is where. */
  readonly on?: boolean
}

/** A floor drawn from data. */
export interface FloorPlanProps {
  readonly label: string
  readonly rooms: readonly PlanRoom[]
  /** Less high, without names of small places: beside an item. */
  readonly small?: boolean
  readonly onTap?: (key: string) => void
}

/** The size that holds every rectangle. */
export function planSize(rooms: readonly PlanRoom[]): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(1, ...rooms.map((room) => room.x + room.w)),
    height: Math.max(1, ...rooms.map((room) => room.y + room.h)),
  }
}

/** The drawing is higher than the building is deep: names must fit into the boxes on a phone. The small one names areas only. */
const stretch = 1.5

/** Draws a floor with boxes in per cent of the plan: WeChat has no SVG, and boxes scale with the window. */
export function FloorPlan({ label, rooms, small = false, onTap }: FloorPlanProps) {
  const { width, height } = planSize(rooms)
  const percent = (value: number, whole: number) => `${(value / whole) * 100}%`
  return (
    <View className={`plan ${small ? 'plan--small' : ''}`} aria-label={label} role='group' style={{ paddingBottom: percent(height * (small ? 1 : stretch), width) }}>
      {rooms.map(({ key, name, x, y, w, h, kind, on }, index) => {
        const style = { left: percent(x, width), top: percent(y, height), width: percent(w, width), height: percent(h, height) }
        const words = small && kind === 'place' ? null : <Text className='plan__name'>{name}</Text>
        return (
          <View key={index} className='plan__room' style={style}>
            {kind === 'area' && onTap ? (
              <Tappable className={`plan__box plan__box--area ${on ? 'plan__box--on' : ''}`} label={name} onTap={() => onTap(key)}>{words}</Tappable>
            ) : (
              <View className={`plan__box plan__box--${kind} ${on ? 'plan__box--on' : ''}`}>{words}</View>
            )}
          </View>
        )
      })}
    </View>
  )
}
