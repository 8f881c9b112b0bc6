'use client'
import { createDesk } from 'earshot'
import 'earshot/define'
import 'earshot/types/react'
import { useEffect, type ReactNode } from 'react'

/** The desk is made in the browser, and every element on the page finds it. */
export function Help({ children }: { children: ReactNode }) {
  useEffect(() => {
    const desk = createDesk({
      endpoint: '/issues',
      articles: [
        { id: 'parking', title: 'Where can I park?', body: 'Behind the fish market, free after six.', format: 'markdown' },
        { id: 'tide', title: 'Can I walk the mole at high tide?', body: 'No. It is dry from three hours before low water.', format: 'markdown' },
      ],
    })
    return () => desk.dispose()
  }, [])
  return <earshot-widget>{children}</earshot-widget>
}
