# `make install` and `make uninstall`: the binary, the units, and what they need.
#
#   make build && sudo make install             into /usr/local, and tells systemd
#   make deb                                    the same as a Debian package, .build/dist/newsfold_VERSION_ARCH.deb
#   make install PREFIX=/usr DESTDIR=staging    for a package: touches nothing outside of staging
#
# What newsfold has published and remembers, /var/lib/newsfold, is never removed.

PREFIX  ?= /usr/local
DESTDIR ?=
INSTALL ?= install

BINDIR      = $(PREFIX)/bin
DOCDIR      = $(PREFIX)/share/doc/newsfold
MANDIR      = $(PREFIX)/share/man
BASHDIR     = $(PREFIX)/share/bash-completion/completions
ZSHDIR      = $(PREFIX)/share/zsh/vendor-completions
FISHDIR     = $(PREFIX)/share/fish/vendor_completions.d
MANUALS     = man1/newsfold.1 man5/newsfold.yaml.5 man5/newsfold-pins.5 man7/newsfold-operating.7
UNITDIR     = $(PREFIX)/lib/systemd/system
SYSUSERSDIR = $(PREFIX)/lib/sysusers.d
TMPFILESDIR = $(PREFIX)/lib/tmpfiles.d
UNITS       = newsfold.service newsfold@.service newsfold.socket newsfold-resync.service newsfold-resync.timer
# What is installed; by `make install NEWSFOLD_BINARY=…` another build of it.
NEWSFOLD_BINARY ?= .build/release/newsfold

# Where packages are written.
DIST = .build/dist

# `systemctl --version` begins with "systemd 252 (252.39-1)". Type=notify-reload came with 253.
SYSTEMD_VERSION ?= $(shell systemctl --version 2>/dev/null | awk 'NR == 1 { print $$2 }')

.PHONY: install uninstall deb image tarball

install: ## install the binary and the systemd units (PREFIX, DESTDIR)
	@test -x '$(NEWSFOLD_BINARY)' || { echo "install: no $(NEWSFOLD_BINARY). Run 'make build' first." >&2; exit 1; }
	$(INSTALL) -d '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(UNITDIR)' '$(DESTDIR)$(SYSUSERSDIR)' '$(DESTDIR)$(TMPFILESDIR)'
	$(INSTALL) -m 755 '$(NEWSFOLD_BINARY)' '$(DESTDIR)$(BINDIR)/newsfold'
	for unit in $(UNITS); do \
	  sed -e 's#/usr/bin/newsfold#$(BINDIR)/newsfold#g' -e 's#/usr/share/doc/newsfold#$(DOCDIR)#g' \
	    "systemd/$$unit" >'$(DESTDIR)$(UNITDIR)'/"$$unit" || exit 1; \
	  chmod 644 '$(DESTDIR)$(UNITDIR)'/"$$unit" || exit 1; \
	done
	if [ '$(SYSTEMD_VERSION)' -ge 253 ] 2>/dev/null; then \
	  for unit in newsfold.service newsfold@.service; do \
	    $(INSTALL) -d '$(DESTDIR)$(UNITDIR)'/"$$unit.d" && \
	    $(INSTALL) -m 644 systemd/drop-ins/newsfold-notify-reload.conf '$(DESTDIR)$(UNITDIR)'/"$$unit.d/notify-reload.conf" || exit 1; \
	  done; \
	fi
	$(INSTALL) -m 644 systemd/newsfold.sysusers '$(DESTDIR)$(SYSUSERSDIR)/newsfold.conf'
	$(INSTALL) -m 644 systemd/newsfold.tmpfiles '$(DESTDIR)$(TMPFILESDIR)/newsfold.conf'
	$(INSTALL) -d '$(DESTDIR)$(DOCDIR)'
	for page in LICENSE README.md CHANGELOG.md Sources/*/*.docc/*.md; do \
	  $(INSTALL) -m 644 "$$page" '$(DESTDIR)$(DOCDIR)'/ || exit 1; \
	done
	$(INSTALL) -m 644 Sources/C/CWordFrequencies/Tables/ATTRIBUTION.md '$(DESTDIR)$(DOCDIR)/ATTRIBUTION.word-frequencies.md'
	$(INSTALL) -m 644 Sources/C/CTranslations/Tables/ATTRIBUTION.md '$(DESTDIR)$(DOCDIR)/ATTRIBUTION.translations.md'
	$(INSTALL) -d '$(DESTDIR)$(BASHDIR)' '$(DESTDIR)$(ZSHDIR)' '$(DESTDIR)$(FISHDIR)'
	'$(NEWSFOLD_BINARY)' --generate-completion-script bash | sed 1d >'$(DESTDIR)$(BASHDIR)/newsfold'
	'$(NEWSFOLD_BINARY)' --generate-completion-script zsh >'$(DESTDIR)$(ZSHDIR)/_newsfold'
	'$(NEWSFOLD_BINARY)' --generate-completion-script fish >'$(DESTDIR)$(FISHDIR)/newsfold.fish'
	chmod 644 '$(DESTDIR)$(BASHDIR)/newsfold' '$(DESTDIR)$(ZSHDIR)/_newsfold' '$(DESTDIR)$(FISHDIR)/newsfold.fish'
	@if command -v lowdown >/dev/null; then \
	  pages=$$(mktemp -d) && .packaging/manuals '$(NEWSFOLD_BINARY)' "$$pages" && \
	  for page in $(MANUALS); do \
	    $(INSTALL) -d '$(DESTDIR)$(MANDIR)'/"$$(dirname $$page)" && \
	    $(INSTALL) -m 644 "$$pages/$$(basename $$page)" '$(DESTDIR)$(MANDIR)'/"$$page" || exit 1; \
	  done; rm -rf "$$pages"; \
	else echo "install: without manual pages, since there is no lowdown here (apt-get install lowdown)"; fi
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
	rm -f '$(DESTDIR)$(BASHDIR)/newsfold' '$(DESTDIR)$(ZSHDIR)/_newsfold' '$(DESTDIR)$(FISHDIR)/newsfold.fish'
	rm -f $(foreach page,$(MANUALS),'$(DESTDIR)$(MANDIR)/$(page)')
	rm -rf '$(DESTDIR)$(DOCDIR)'
	@if [ -z '$(DESTDIR)' ] && [ -d /run/systemd/system ] && [ "$$(id -u)" = 0 ]; then systemctl daemon-reload; fi
	@echo "removed. The site in /var/lib/newsfold and the user newsfold are left."

deb: ## write a Debian package of the release binary, .build/dist/newsfold_VERSION_ARCH.deb
	@test -x '$(NEWSFOLD_BINARY)' || { echo "deb: no $(NEWSFOLD_BINARY). Run 'make build' first." >&2; exit 1; }
	@.packaging/deb '$(NEWSFOLD_BINARY)' '$(DIST)'

image: ## write an OCI image of the release binary, .build/dist/newsfold-VERSION-ARCH.oci.tar
	@test -x '$(NEWSFOLD_BINARY)' || { echo "image: no $(NEWSFOLD_BINARY). Run 'make build' first." >&2; exit 1; }
	@.packaging/image '$(NEWSFOLD_BINARY)' '$(DIST)'

tarball: ## write what `make install` installs as an archive with its checksum, .build/dist/newsfold-VERSION-ARCH.tar.gz
	@test -x '$(NEWSFOLD_BINARY)' || { echo "tarball: no $(NEWSFOLD_BINARY). Run 'make build' first." >&2; exit 1; }
	@stage=$$(mktemp -d) && name=newsfold-$$('$(NEWSFOLD_BINARY)' --version)-$$(uname -m) && mkdir -p '$(DIST)' && \
	  $(MAKE) --no-print-directory install DESTDIR="$$stage/$$name" PREFIX=/usr SYSTEMD_VERSION=0 >/dev/null && \
	  tar -C "$$stage" -czf '$(DIST)'/"$$name.tar.gz" "$$name" && rm -rf "$$stage" && \
	  (cd '$(DIST)' && sha256sum "$$name.tar.gz" >"$$name.tar.gz.sha256") && echo '$(DIST)'/"$$name.tar.gz"
