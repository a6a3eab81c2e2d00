import './tokens.css';
import './shell/siyu-app.ts';
