import { render } from 'preact';
import '../../ui/style/index.css';
import { Options } from '../../options/options.tsx';

const root = document.getElementById('options');
if (root) render(<Options />, root);
