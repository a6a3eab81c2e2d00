import { html } from 'lit';
import { SiyuElement } from '../base/element.ts';
class SiyuCalendar extends SiyuElement { render() { return html`…`; } }
customElements.define('siyu-calendar', SiyuCalendar);
