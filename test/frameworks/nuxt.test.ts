import { appSuite } from './app-suite.ts';

// Vue moves the e-mail address past the card, whose frame stays where it is
appSuite({ app: 'nuxt', isServerRendered: true, keepsCard: true });
