# What a person does with this repository, a line each. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run serve test mysql sim chaos chaos-sql races herd latency load bench figures proxy fuzz check format keys picture screens golden install package package-test operator-test

prefix ?= /usr/local
listen ?= 127.0.0.1:8440
database ?= spa.db
commits ?= 120000
COUNT ?= 10000
kills ?= $(or $(KILLS),200)
rate ?= $(or $(RATE),50)
seed ?= $(SEED)
on ?= sqlite
connections ?= 1000
orders ?= 20
seconds ?= 30
to ?= http://$(listen)

help: ## lists what can be made
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: ## builds everything and opens the front desk of the demo spa, on a server of its own
	@.make/packages build
	@.make/build
	@.make/run

serve: ## the booking server on database=spa.db (made as the demo spa if missing), listen=127.0.0.1:8440
	@.make/packages build
	@.make/build
	@.make/serve '$(database)' '$(listen)'

test: ## installs what the tests need and runs all of them
	@.make/packages build test
	@.make/test

mysql: ## the store's tests, and the stories of setting up and copying, on the MySQL of Debian sid
	@.make/packages build test
	@.make/mysql .make/test --filter 'MySQLStoreTests|Journeys/(ANewSpa|Backups|AsReadmeSays|Accounts|TheHouse)'

sim: ## both ends of the protocol in worlds drawn from seeds; SEED=1 COUNT=10000, COUNT=1 tells one
	@.make/packages build test
	@FRONTDESK_SIM_SEED=$(or $(SEED),1) FRONTDESK_SIM_COUNT=$(or $(COUNT),10000) .make/test --filter 'SimulationTests\.SimulationTests'

fuzz: seconds = 600
fuzz: ## bent HTTP, frames, messages, TOML, themes, keys, lines and flags, seconds=600 each, with AddressSanitizer; SEED= repeats one
	@.make/packages build test
	@FRONTDESK_FUZZ_SECONDS=$(seconds) $(if $(SEED),FRONTDESK_FUZZ_SEED=$(SEED)) .make/fuzz

chaos: ## kills server and clients under load and faults and counts what was lost; kills=200 rate=50 seed= on=mariadb
	@.make/packages build test
	@.make/build
	@.make/chaos run --on $(on) --kills $(kills) --rate $(rate) $(if $(seed),--seed $(seed))

chaos-sql: ## eight foreign writers against MariaDB, commits=120000 in all: nothing lost, nothing doubled
	@.make/packages build test
	@FRONTDESK_CHAOS_COMMITS='$(commits)' .make/test --filter ShopChaosTests

races: ## two desks and a foreign writer for one slot and one session, COUNT=10000 times on each database
	@.make/packages build test
	@FRONTDESK_RACES='$(COUNT)' .make/test --filter RacesTests

herd: ## 1,000 clients after a restart, and 300 that never read: how soon level, how much memory
	@.make/packages build test
	@.make/build --configuration release
	@.make/chaos --release herd
	@.make/chaos --release deaf

latency: ## from a foreign program's SQL, and from a key, to another desk's screen: both databases side by side
	@.make/packages build test
	@.make/build --configuration release
	@.make/chaos --release latency

load: ## connections=1000 that watch while orders=20 a second are given for seconds=30: how soon each hears
	@.make/packages build
	@.make/build --configuration release
	@.make/load --connections $(connections) --orders $(orders) --seconds $(seconds)

bench: ## many boards beside a bare write to as many; at one's own desk: keys, start, bytes, a customer
	@.make/packages build test
	@.make/build --configuration release --static-swift-stdlib
	@.make/bench

figures: ## runs bench and writes what it printed into README.md
	@.make/packages build test
	@.make/build --configuration release --static-swift-stdlib
	@.make/figures

proxy: ## the fault proxy by hand: to=http://127.0.0.1:8440 faults='"drop server COMMAND_ACCEPTED 2"'
	@.make/build
	@.make/chaos proxy --to $(to) $(faults)

check: ## what CI runs: format, import arrows, generated parts, leftovers, all tests
	@.make/packages build test
	@.make/check

format: ## formats the sources
	swift format --in-place --recursive Sources Tests Package.swift

keys: ## writes the list of keys into README.md, from the table that the console uses
	@.make/build
	@.make/keys

picture: ## draws README.md's pictures from real runs
	@.make/packages build test
	@FRONTDESK_WRITE=picture .make/test --filter Journeys/Picture

screens: ## writes the screens that the journeys compare with, from a real run; look at the difference
	@.make/packages build test
	@FRONTDESK_WRITE=screens .make/test --filter Journeys/Screens

golden: ## writes the pinned bytes of every message anew; the difference is what other programs meet
	@.make/packages build test
	@FRONTDESK_WRITE=golden .make/test --filter GoldenTests

package: ## Debian packages of console and server, in .build/packages
	@.make/packages build
	@.make/package

package-test: ## installs them in a clean Debian 12 and follows README's chapter Operation there, as root
	@.make/packages build package
	@.make/package
	@.make/package-test

operator-test: ## the same and more: proxy, two consoles, two servers on MariaDB with one killed, Prometheus
	@.make/packages build package
	@.make/package
	@.make/package-test --whole

install: ## optimised programs, themes into prefix=/usr/local (DESTDIR= is respected)
	@.make/packages build
	@.make/install '$(DESTDIR)$(prefix)'
