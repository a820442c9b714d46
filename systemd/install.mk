# `make install` and `make uninstall`: the binary, the units, and what they need.
#
#   make build && sudo make install             into /usr/local, and tells systemd
#   make install PREFIX=/usr DESTDIR=staging    for a package: touches nothing outside of staging
#
# What newsfold has published and remembers, /var/lib/newsfold, is never removed.

PREFIX  ?= /usr/local
DESTDIR ?=
INSTALL ?= install

BINDIR      = $(PREFIX)/bin
DOCDIR      = $(PREFIX)/share/doc/newsfold
UNITDIR     = $(PREFIX)/lib/systemd/system
SYSUSERSDIR = $(PREFIX)/lib/sysusers.d
TMPFILESDIR = $(PREFIX)/lib/tmpfiles.d
UNITS       = newsfold.service newsfold@.service newsfold.socket newsfold-resync.service newsfold-resync.timer
# What is installed; by `make install NEWSFOLD_BINARY=…` another build of it.
NEWSFOLD_BINARY ?= .build/release/newsfold

# `systemctl --version` begins with "systemd 252 (252.39-1)". Type=notify-reload came with 253.
SYSTEMD_VERSION ?= $(shell systemctl --version 2>/dev/null | awk 'NR == 1 { print $$2 }')

.PHONY: install uninstall

install: ## install the binary and the systemd units (PREFIX, DESTDIR)
	@test -x '$(NEWSFOLD_BINARY)' || { echo "install: no $(NEWSFOLD_BINARY). Run 'make build' first." >&2; exit 1; }
	$(INSTALL) -D -m 755 '$(NEWSFOLD_BINARY)' '$(DESTDIR)$(BINDIR)/newsfold'
	$(INSTALL) -d '$(DESTDIR)$(UNITDIR)'
	for unit in $(UNITS); do \
	  sed -e 's#/usr/bin/newsfold#$(BINDIR)/newsfold#g' -e 's#/usr/share/doc/newsfold#$(DOCDIR)#g' \
	    "systemd/$$unit" >'$(DESTDIR)$(UNITDIR)'/"$$unit" || exit 1; \
	  chmod 644 '$(DESTDIR)$(UNITDIR)'/"$$unit" || exit 1; \
	done
	if [ '$(SYSTEMD_VERSION)' -ge 253 ] 2>/dev/null; then \
	  $(INSTALL) -D -m 644 systemd/drop-ins/newsfold-notify-reload.conf '$(DESTDIR)$(UNITDIR)/newsfold.service.d/notify-reload.conf' && \
	  $(INSTALL) -D -m 644 systemd/drop-ins/newsfold-notify-reload.conf '$(DESTDIR)$(UNITDIR)/newsfold@.service.d/notify-reload.conf'; \
	fi
	$(INSTALL) -D -m 644 systemd/newsfold.sysusers '$(DESTDIR)$(SYSUSERSDIR)/newsfold.conf'
	$(INSTALL) -D -m 644 systemd/newsfold.tmpfiles '$(DESTDIR)$(TMPFILESDIR)/newsfold.conf'
	$(INSTALL) -D -m 644 Sources/SyncDaemon/SyncDaemon.docc/Operating.md '$(DESTDIR)$(DOCDIR)/Operating.md'
	@if [ -z '$(DESTDIR)' ] && [ -d /run/systemd/system ] && [ "$$(id -u)" = 0 ]; then \
	  systemd-sysusers '$(SYSUSERSDIR)/newsfold.conf' && systemd-tmpfiles --create '$(TMPFILESDIR)/newsfold.conf' && \
	  systemctl daemon-reload && \
	  echo "installed. Next: sudo -u newsfold newsfold init /var/lib/newsfold && sudo systemctl enable --now newsfold"; \
	else \
	  echo "installed. On the machine itself: systemd-sysusers; systemd-tmpfiles --create; systemctl daemon-reload"; \
	fi

uninstall: ## remove what `make install` installed; the site in /var/lib/newsfold stays
	@if [ -z '$(DESTDIR)' ] && [ -d /run/systemd/system ] && [ "$$(id -u)" = 0 ]; then \
	  systemctl disable --now newsfold.service newsfold.socket newsfold-resync.timer 2>/dev/null || true; \
	fi
	rm -f '$(DESTDIR)$(BINDIR)/newsfold' '$(DESTDIR)$(SYSUSERSDIR)/newsfold.conf' '$(DESTDIR)$(TMPFILESDIR)/newsfold.conf'
	rm -f $(foreach unit,$(UNITS),'$(DESTDIR)$(UNITDIR)/$(unit)')
	rm -f '$(DESTDIR)$(UNITDIR)/newsfold.service.d/notify-reload.conf' '$(DESTDIR)$(UNITDIR)/newsfold@.service.d/notify-reload.conf'
	@rmdir '$(DESTDIR)$(UNITDIR)/newsfold.service.d' '$(DESTDIR)$(UNITDIR)/newsfold@.service.d' 2>/dev/null || true
	rm -rf '$(DESTDIR)$(DOCDIR)'
	@if [ -z '$(DESTDIR)' ] && [ -d /run/systemd/system ] && [ "$$(id -u)" = 0 ]; then systemctl daemon-reload; fi
	@echo "removed. The site in /var/lib/newsfold and the user newsfold are left."
