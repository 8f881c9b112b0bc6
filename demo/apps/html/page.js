const noted = document.querySelector('.noted')

document.addEventListener('earshot-accepted', ({ receipt }) => {
  noted.textContent = `Noted as ${receipt.reference}`
})
