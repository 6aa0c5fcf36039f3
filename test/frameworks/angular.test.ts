import { appSuite } from './app-suite.ts';

// Angular moves the e-mail address past the card, whose frame stays where it is
appSuite({ app: 'angular', keepsCard: true });
