import { render } from 'solid-js/web'
import { App } from './app'
import '../../look.css'

render(() => <App />, document.getElementById('app')!)
