// Makes pages that already work a little kinder: focus goes to a summary of faults, a double click sends a form once.
import { initAll } from './govuk-frontend.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
