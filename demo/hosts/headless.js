import { Dialog, DialogPanel, DialogTitle } from '@headlessui/react'
import { createElement as h, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

function Orders() {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  useEffect(() => void (globalThis.host = { open: () => setOpen(true), close }), [])
  return h('div', null,
    h('h1', null, 'Orders'),
    h('button', { type: 'button', onClick: () => setOpen(true) }, 'Edit the order'),
    h(Dialog, { open: isOpen, onClose: close },
      h('div', { className: 'shade', 'aria-hidden': 'true' }),
      h(DialogPanel, { className: 'sheet' },
        h(DialogTitle, null, 'Your order'),
        h('label', null, 'Note ', h('textarea', null)),
        h('button', { type: 'button' }, 'Save'),
        h('button', { type: 'button', onClick: close }, 'Done'))))
}

createRoot(document.getElementById('app')).render(h(Orders))
