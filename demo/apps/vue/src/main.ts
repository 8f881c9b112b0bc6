import { createApp } from 'vue'
import App from './app.vue'
import '../../look.css'

createApp(App).mount('#app')
