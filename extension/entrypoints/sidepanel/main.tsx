import { render } from 'preact';
import { App } from '../../desk/app.tsx';
import '../../ui/style/index.css';
import '../../desk/style/index.css';

const root = document.getElementById('desk');
if (root) render(<App />, root);
