#ifndef FRONTDESK_CSTEPPEDCLOCK_H
#define FRONTDESK_CSTEPPEDCLOCK_H

// Nothing of it is called: it is loaded before a program.

#endif
