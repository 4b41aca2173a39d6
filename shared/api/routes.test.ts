import { routeList } from './routes'

test('no two routes share an id, or method and path', () => {
  expect(new Set(routeList.map((route) => route.id)).size).toBe(routeList.length)
  const shapes = routeList.map((route) => `${route.method} ${route.path.replace(/:[a-zA-Z]+/g, ':')}`)
  expect(new Set(shapes).size).toBe(shapes.length)
})

test('staff routes begin with /staff, all others name their centre', () => {
  for (const route of routeList) {
    if (route.who !== 'public' && route.who !== 'citizen') expect(route.path).toMatch(/^\/staff\//)
    else if (route.id !== 'accounts.staffSignIn' && route.id !== 'centre.health') expect(route.path).toMatch(/^\/centres\/:centre/)
  }
})

test('the public items Lambda has public routes only', () => {
  for (const route of routeList) if (route.lambda === 'items') expect(route.who).toBe('public')
})
