import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Centre } from '@shared/centre/centre'
import { planSize } from '../ui/floor-plan'
import { roomsOn } from './plan-rooms'

const centre = JSON.parse(readFileSync(join(__dirname, '../../data/centre.json'), 'utf8')) as Centre

test('every area is drawn on each of its floors, and stands out when it is meant', () => {
  for (const area of centre.areas) {
    for (const floor of area.floors) {
      expect(roomsOn(centre, floor, area.id).filter(({ on }) => on).map(({ name }) => name)).toContain(area.name)
    }
  }
})

test('on no floor do two rooms lie on one another', () => {
  for (const { id } of centre.floors) {
    const rooms = roomsOn(centre, id)
    for (const a of rooms) for (const b of rooms) {
      if (a !== b) expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
    }
  }
})

test('the plan is as large as what stands on it', () => {
  expect(planSize([{ key: 'a', name: '', kind: 'area', x: 10, y: 5, w: 20, h: 10 }])).toEqual({ width: 30, height: 15 })
})
