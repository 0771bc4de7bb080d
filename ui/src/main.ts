import './styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { connect } from './backend';
import { Desk } from './state/desk.svelte';
import { speak } from './words';

const backend = await connect();
const startup = await backend.startup();
document.documentElement.lang = speak(startup.language);

const desk = new Desk(backend, startup);
const target = document.getElementById('app');
if (target) mount(App, { target, props: { desk } });
if (startup.opened !== null) void desk.open(startup.opened);
