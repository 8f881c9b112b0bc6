// The block in the editor: which element, and its settings. What visitors see is written by PHP, in elements.php.
;(function (wp) {
  const { createElement: h } = wp.element
  const { InspectorControls, useBlockProps } = wp.blockEditor
  const { PanelBody, SelectControl, TextControl } = wp.components
  const { __ } = wp.i18n

  const fields = { article: ['article'], feedback: ['form'], rating: ['for', 'scale'] }
  const elements = ['help', 'article', 'feedback', 'rating', 'people', 'requests']

  wp.blocks.registerBlockType('earshot/element', {
    edit({ attributes, setAttributes }) {
      const own = fields[attributes.element] || []
      return h('div', useBlockProps(),
        h(InspectorControls, null, h(PanelBody, { title: __('Earshot', 'earshot') },
          h(SelectControl, {
            label: __('Element', 'earshot'), value: attributes.element, options: elements.map(value => ({ value, label: value })),
            onChange: element => setAttributes({ element }),
          }),
          own.map(name => h(TextControl, { key: name, label: name, value: attributes[name] || '', onChange: value => setAttributes({ [name]: value || undefined }) })))),
        h('p', null, `<earshot-${attributes.element}>`))
    },
    save: () => null,
  })
})(window.wp)
