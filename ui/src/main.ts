import './styles/base.css';
import { mount } from 'svelte';
import { connect } from './backend';
import Entrance from './views/Entrance.svelte';
import { speak } from './words';

document.documentElement.lang = speak(navigator.language);
const target = document.getElementById('app');
if (target) mount(Entrance, { target, props: { backend: await connect() } });
