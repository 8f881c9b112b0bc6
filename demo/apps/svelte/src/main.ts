import { mount } from 'svelte'
import App from './app.svelte'
import '../../look.css'

mount(App, { target: document.getElementById('app')! })
