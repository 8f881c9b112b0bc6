import * as Dialog from '@radix-ui/react-dialog'
import { createElement as h, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

function Orders() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => void (globalThis.host = { open: () => setOpen(true), close: () => setOpen(false) }), [])
  return h(Dialog.Root, { open: isOpen, onOpenChange: setOpen },
    h('h1', null, 'Orders'),
    h(Dialog.Trigger, null, 'Edit the order'),
    h(Dialog.Portal, null,
      h(Dialog.Overlay, { className: 'shade' }),
      h(Dialog.Content, { className: 'sheet', 'aria-describedby': undefined },
        h(Dialog.Title, null, 'Your order'),
        h('label', null, 'Note ', h('textarea', null)),
        h('button', { type: 'button' }, 'Save'),
        h(Dialog.Close, null, 'Done'))))
}

createRoot(document.getElementById('app')).render(h(Orders))
