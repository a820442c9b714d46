#include <unicode/ubrk.h>
#include <unicode/uidna.h>
#include <unicode/unorm2.h>
#include <unicode/utrans.h>
