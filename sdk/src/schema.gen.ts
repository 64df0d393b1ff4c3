/** Generated from openapi.json by scripts/openapi.ts. Do not edit. */
export interface paths {
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events with their decisions
         * @description Permission: `events:read`.
         */
        get: operations["getEvents"];
        put?: never;
        /**
         * Send events and get their decisions
         * @description One event, or up to 1,000 as `events`. The answer comes when each is attributed, rewarded and posted. The same `id` again answers the same with status `duplicate`. In a batch every event has its own outcome, in order, and none sinks another.
         *
         *     Permission: `events:write`. Publishable keys may call it.
         */
        post: operations["postEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an event with its decision
         * @description Permission: `events:read`.
         */
        get: operations["getEventsEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{event}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a failed event again
         * @description Permission: `events:write`.
         */
        post: operations["postEventsEventRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{event}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why an event was decided as it was
         * @description The decision in words and data, the fact it was made from, and every later revision with its cause.
         *
         *     Permission: `events:read`.
         */
        get: operations["getEventsEventTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alias": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Segment: two ids are one person
         * @description `previousId` is taken as an anonymous id: two user ids are never joined by a message.
         *
         *     Permission: `events:write`. Publishable keys may call it.
         */
        post: operations["postAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Segment: many messages
         * @description What Segment's server libraries send. Every message has its own outcome, in order; none sinks another.
         *
         *     Permission: `events:write`. Publishable keys may call it.
         */
        post: operations["postBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Segment: somebody belongs to a company
         * @description `groupId` is your own id of the company.
         *
         *     Permission: `events:write`. Publishable keys may call it.
         */
        post: operations["postGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Segment: who somebody is
         * @description Traits become identities and attributes.
         *
         *     Permission: `events:write`. Publishable keys may call it.
         */
        post: operations["postIdentify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Segment: a page was viewed
         * @description A visit. `gv_code` and `gv_click` in the address tie it to an advocate.
         *
         *     Permission: `events:write`. Publishable keys may call it.
         */
        post: operations["postPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Segment: a screen was viewed
         * @description A visit.
         *
         *     Permission: `events:write`. Publishable keys may call it.
         */
        post: operations["postScreen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Segment: something happened
         * @description Ecommerce names become events of ours (`Order Completed`, `Order Refunded`, `Order Cancelled`, `Signed Up`...); any other name is a custom event.
         *
         *     Permission: `events:write`. Publishable keys may call it.
         */
        post: operations["postTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people
         * @description Permission: `people:read`.
         */
        get: operations["getPeople"];
        put?: never;
        /**
         * Make or update a person
         * @description The same as an `identify` event: known identities find the person, new ones are added, attributes that are given replace the old.
         *
         *     Permission: `people:write`.
         */
        post: operations["postPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a person
         * @description By `per_...` or `user_id:...`; by an address with POST /v1/people/search. The id of a merged person gives the person it became.
         *
         *     Permission: `people:read`.
         */
        get: operations["getPeoplePerson"];
        /**
         * Make or update a person under an id
         * @description `user_id:...` makes the person when it is new; `per_...` must be known.
         *
         *     Permission: `people:write`.
         */
        put: operations["putPeoplePerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a person holds, by unit
         * @description Permission: `ledger:read`.
         */
        get: operations["getPeoplePersonBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget a person
         * @description Identities and everything private go; facts and the ledger stay whole under a bare id. It cannot be undone.
         *
         *     Permission: `people:erase`.
         */
        post: operations["postPeoplePersonErase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything kept about a person
         * @description Permission: `people:read`.
         */
        get: operations["getPeoplePersonExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that two people are one
         * @description The person in the path survives. Two referrals of one program become the earlier; the other is superseded and adjusted to zero.
         *
         *     Permission: `people:write`.
         */
        post: operations["postPeoplePersonMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find a person by an identity or a code
         * @description A POST, so that no address lands in a log. Nobody found is an empty list.
         *
         *     Permission: `people:read`.
         */
        post: operations["postPeopleSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List companies
         * @description Permission: `companies:read`.
         */
        get: operations["getCompanies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{company}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a company
         * @description By `com_...` or your own id of it.
         *
         *     Permission: `companies:read`.
         */
        get: operations["getCompaniesCompany"];
        /**
         * Make or update a company
         * @description Under your own id of it. People belong to it by `person.company` in their events.
         *
         *     Permission: `companies:write`.
         */
        put: operations["putCompaniesCompany"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/advocates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a program's advocates
         * @description Permission: `advocates:read`.
         */
        get: operations["getAdvocates"];
        put?: never;
        /**
         * Let a person join a program
         * @description Makes the person and a link if there are none. The same call again answers the same.
         *
         *     Permission: `advocates:write`.
         */
        post: operations["postAdvocates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/advocates/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a person's part in a program
         * @description Permission: `advocates:read`.
         */
        get: operations["getProgramsProgramAdvocatesPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/advocates/{person}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an advocate leave a program
         * @description What was earned stays; new conversions earn nothing more.
         *
         *     Permission: `advocates:write`.
         */
        post: operations["postProgramsProgramAdvocatesPersonLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/applications/{person}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve an application
         * @description The person becomes an advocate and gets her links. The same again changes nothing; a refused application may still be approved.
         *
         *     Permission: `advocates:write`.
         */
        post: operations["postProgramsProgramApplicationsPersonApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/applications/{person}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse an application
         * @description Who takes part already cannot be refused: let her leave instead.
         *
         *     Permission: `advocates:write`.
         */
        post: operations["postProgramsProgramApplicationsPersonRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an advocate stands in each program
         * @description Permission: `advocates:read`.
         */
        get: operations["getPeoplePersonStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List links and codes
         * @description Permission: `links:read`.
         */
        get: operations["getLinks"];
        put?: never;
        /**
         * Make a link, a vanity code or a coupon code
         * @description Without `code` a random link. With it a code that its owner chose, unique in the workspace whatever its case and dashes.
         *
         *     Permission: `links:write`.
         */
        post: operations["postLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/links/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a link
         * @description Permission: `links:read`.
         */
        get: operations["getLinksLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/links/{link}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a link
         * @description Visitors then see that the link has ended. What it brought before stays.
         *
         *     Permission: `links:write`.
         */
        post: operations["postLinksLinkDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/links/{link}/qr.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link as a QR code, PNG
         * @description Permission: `links:read`.
         */
        get: operations["getLinksLinkQrPng"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/links/{link}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link as a QR code, SVG
         * @description Permission: `links:read`.
         */
        get: operations["getLinksLinkQrSvg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List referrals
         * @description Permission: `referrals:read`.
         */
        get: operations["getReferrals"];
        put?: never;
        /**
         * Make a referral by hand
         * @description An operator says who sent whom. It is frozen at once, and later evidence does not move it.
         *
         *     Permission: `referrals:write`.
         */
        post: operations["postReferrals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{referral}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a referral
         * @description Permission: `referrals:read`.
         */
        get: operations["getReferralsReferral"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{referral}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a referral to another advocate
         * @description Rewards move with it: taken back from the one, granted to the other.
         *
         *     Permission: `referrals:write`.
         */
        post: operations["postReferralsReferralReassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{referral}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a referral
         * @description Its rewards are taken back, and nothing more is earned by it.
         *
         *     Permission: `referrals:write`.
         */
        post: operations["postReferralsReferralReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rewards
         * @description Permission: `rewards:read`.
         */
        get: operations["getRewards"];
        put?: never;
        /**
         * Grant a reward by hand
         * @description Permission: `rewards:write`.
         */
        post: operations["postRewards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rewards/{reward}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a reward
         * @description Permission: `rewards:read`.
         */
        get: operations["getRewardsReward"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rewards/{reward}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a reward that waits for it
         * @description It becomes available when its hold is over too.
         *
         *     Permission: `rewards:write`.
         */
        post: operations["postRewardsRewardApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rewards/{reward}/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a pending reward
         * @description What was pending goes back; the reason is kept and shown.
         *
         *     Permission: `rewards:write`.
         */
        post: operations["postRewardsRewardDeny"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rewards/{reward}/fulfil": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a reward was given
         * @description For what leaves by hand (gift cards, perks, free months) and for store credit that was spent.
         *
         *     Permission: `rewards:write`.
         */
        post: operations["postRewardsRewardFulfil"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rewards/{reward}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a reward back
         * @description Also one that was paid: the balance goes below zero and is carried against what comes next.
         *
         *     Permission: `rewards:write`.
         */
        post: operations["postRewardsRewardReverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List coupons that were given as rewards
         * @description Permission: `coupons:read`.
         */
        get: operations["getCoupons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupons/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use up a coupon
         * @description Of two tills at once one wins; the other is told `used`.
         *
         *     Permission: `coupons:write`.
         */
        post: operations["postCouponsRedeem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupons/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Is a coupon good for this person and order?
         * @description No is a 200 with its reason.
         *
         *     Permission: `coupons:read`.
         */
        post: operations["postCouponsValidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List payout batches
         * @description Permission: `payouts:read`.
         */
        get: operations["getPayouts"];
        put?: never;
        /**
         * Make a payout batch
         * @description Moves everyone's available balance of the unit, from the minimum on, to in flight. Fetch the file, pay, and send the results.
         *
         *     Permission: `payouts:write`.
         */
        post: operations["postPayouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{batch}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a payout batch with its payouts
         * @description Permission: `payouts:read`.
         */
        get: operations["getPayoutsBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{batch}/file.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A payout batch as a file to pay from
         * @description Fill in `state` (settled or failed), `reference` and `error`, and send it to the results.
         *
         *     Permission: `payouts:read`.
         */
        get: operations["getPayoutsBatchFileCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who would be paid what
         * @description Permission: `payouts:read`.
         */
        post: operations["postPayoutsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{batch}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what was paid and what failed
         * @description As JSON, or the batch's file filled in as text/csv. In parts, and twice, if need be. What failed is available again.
         *
         *     Permission: `payouts:write`.
         */
        post: operations["postPayoutsBatchResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List ledger accounts
         * @description Permission: `ledger:read`.
         */
        get: operations["getLedgerAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List ledger transactions as postings
         * @description Permission: `ledger:read`.
         */
        get: operations["getLedgerTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every account kind and unit with its sum
         * @description Folded from the postings themselves. What was spent stands as a negative amount under program_expense.
         *
         *     Permission: `ledger:read`.
         */
        get: operations["getLedgerTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List programs
         * @description Permission: `programs:read`.
         */
        get: operations["getPrograms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a program by its key
         * @description Permission: `programs:read`.
         */
        get: operations["getProgramsProgram"];
        /**
         * Save a program's draft
         * @description A definition, or the name of a preset. Nothing live changes before it is published. The answer holds what the linter says.
         *
         *     Permission: `programs:write`.
         */
        put: operations["putProgramsProgram"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a program
         * @description For good: an ended program earns nothing more and cannot be resumed.
         *
         *     Permission: `programs:publish`.
         */
        post: operations["postProgramsProgramEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a program
         * @description No new conversion earns while it is paused; what is earned stays.
         *
         *     Permission: `programs:publish`.
         */
        post: operations["postProgramsProgramPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What publishing would change, and what it would have cost
         * @description Compares the definition given, or the draft, with what is live. With `backtest` the stored events of that time are decided again under it.
         *
         *     Permission: `programs:read`.
         */
        post: operations["postProgramsProgramPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a program's draft
         * @description A new immutable version, live from now or from `effective_from`. 409 `program_has_errors` while the linter has errors.
         *
         *     Permission: `programs:publish`.
         */
        post: operations["postProgramsProgramPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a paused program
         * @description Conversions earn again from now on; those of the pause do not.
         *
         *     Permission: `programs:publish`.
         */
        post: operations["postProgramsProgramResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a program's published versions
         * @description Permission: `programs:read`.
         */
        get: operations["getProgramsProgramVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ready-made programs
         * @description Permission: `programs:read`.
         */
        get: operations["getPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/presets/{preset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a ready-made program's definition
         * @description Permission: `programs:read`.
         */
        get: operations["getPresetsPreset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemas/program.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The JSON Schema of a program definition
         * @description For editors: put its address into `$schema`.
         */
        get: operations["getSchemasProgramJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What of each budget is used
         * @description Permission: `budgets:read`.
         */
        get: operations["getBudgets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/budget/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a spent budget pay again
         * @description After a refund gave money back, or the amount was raised. Conversions that came while it was spent stay unpaid.
         *
         *     Permission: `budgets:write`.
         */
        post: operations["postProgramsProgramBudgetReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/growth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a program spreads: referrals a person, and generations
         * @description Permission: `reports:read`.
         */
        get: operations["getReportsGrowth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose purchases a network's pay comes from
         * @description Over the last 365 days. A warning when over half of it comes from members' own purchases.
         *
         *     Permission: `reports:read`.
         */
        get: operations["getReportsNetwork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description Permission: `imports:read`.
         */
        get: operations["getImports"];
        put?: never;
        /**
         * Open an import
         * @description Events sent with its id may be as old as they are. Holds and periods of the workspace wait until it is closed, so that history settles as history.
         *
         *     Permission: `imports:write`.
         */
        post: operations["postImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an import is
         * @description Permission: `imports:read`.
         */
        get: operations["getImportsImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an import
         * @description Holds and periods go on. Closing again changes nothing.
         *
         *     Permission: `imports:write`.
         */
        post: operations["postImportsImportClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/test_clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What time it is in the sandbox
         * @description Permission: `clock:read`. Sandbox only.
         */
        get: operations["getTestClock"];
        put?: never;
        /**
         * Move the sandbox's clock forward
         * @description What becomes due on the way (holds, periods, waits) is done before the answer. Test keys only.
         *
         *     Permission: `clock:write`. Sandbox only.
         */
        post: operations["postTestClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List messages that are due, were delivered, or were dropped
         * @description Who is to be told what, why, and in which language. The latest due first.
         *
         *     Permission: `messages:read`.
         */
        get: operations["getMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Test keys are listed with a key of the sandbox.
         *
         *     Permission: `keys:read`.
         */
        get: operations["getKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The key is in this answer and nowhere else: only its hash is kept. A test key works on the sandbox.
         *
         *     Permission: `keys:write`.
         */
        post: operations["postKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{key}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an API key
         * @description It is refused within a second on every process.
         *
         *     Permission: `keys:write`.
         */
        post: operations["postKeysKeyRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what
         * @description Permission: `audit:read`.
         */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the workspace's settings
         * @description Permission: `settings:read`.
         */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the workspace's settings
         * @description What is left out stays as it is.
         *
         *     Permission: `settings:write`.
         */
        patch: operations["patchSettings"];
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the process alive? */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counters for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can the process do its work?
         * @description The database answers, its schema is this version's, and the queue of waiting work is short.
         */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Advocate: {
            person: string;
            program: string;
            status: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            joined_at: string;
        };
        AdvocateList: {
            data: components["schemas"]["Advocate"][];
            next: string | null;
        };
        AuditEntry: {
            id: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            actor: string;
            action: string;
            target: string;
            detail: {
                [key: string]: unknown;
            };
            request_id: string | null;
        };
        AuditEntryList: {
            data: components["schemas"]["AuditEntry"][];
            next: string | null;
        };
        Balance: {
            unit: string;
            pending: number;
            /** @description Below zero when more was taken back after a payout than came in since. */
            available: number;
            in_flight: number;
            settled: number;
        };
        Budget: {
            program: string;
            key: string;
            /** @description Empty for a budget without periods. */
            period: string;
            used: number;
            rewards: number;
            spent_at: string | null;
        };
        BudgetReopen: {
            key: string;
            /** @default  */
            period?: string;
        };
        ClockMoved: {
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            now: string;
            /** @description What was done, and how often. */
            ran: {
                [key: string]: number;
            };
        };
        Company: {
            id: string;
            external_id: string;
            name: string;
            domain: string | null;
            people: number;
            first_order_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
        };
        CompanyList: {
            data: components["schemas"]["Company"][];
            next: string | null;
        };
        CompanyWrite: {
            /** @default  */
            name?: string;
            domain?: string;
        };
        /** @description Field comparisons joined by all, any and not. */
        Condition: Record<string, never>;
        Coupon: {
            code: string;
            reward: string;
            person: string;
            terms: unknown;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            issued_at: string;
            valid_until: string | null;
            redeemed_at: string | null;
            order: string | null;
            receipt: string | null;
        };
        CouponList: {
            data: components["schemas"]["Coupon"][];
            next: string | null;
        };
        CouponQuestion: {
            code: string;
            person?: string;
            total?: number;
            currency?: string;
        };
        CouponRedemption: {
            code: string;
            person?: string;
            order?: string;
            receipt?: string;
        };
        CouponVerdict: {
            valid: boolean;
            /** @description used, expired, unknown, other_person, minimum_not_met. */
            reason: string | null;
            terms: unknown;
            valid_until: string | null;
            reward: string | null;
        };
        Decision: {
            program: string;
            /** @enum {string} */
            outcome: "rewarded" | "advanced" | "recorded" | "not_referred" | "not_rewarded" | "adjusted" | "parked" | "failed";
            referral: string | null;
            stage: string | null;
            rewards: components["schemas"]["RewardView"][];
            /** @description Why nothing was earned, from a closed list. */
            reason: string | null;
            provisional: boolean;
            trace: string;
        };
        Event: {
            id?: string;
            /** @enum {string} */
            type: "identify" | "visit" | "lead" | "signup" | "purchase" | "order_updated" | "refund" | "chargeback" | "subscription_started" | "payment" | "subscription_cancelled" | "stage" | "activity" | "share" | "survey_response" | "custom";
            occurred_at?: string;
            person?: {
                id?: string;
                user_id?: string;
                email?: string;
                phone?: string;
                anonymous_id?: string;
                name?: string;
                company?: string;
                attributes?: {
                    [key: string]: unknown;
                };
            };
            referral?: {
                code?: string;
                click_id?: string;
                link?: string;
                invite?: string;
                name?: string;
            };
            order?: {
                id?: string;
                total?: number;
                amount?: number;
                subtotal?: number;
                tax?: number;
                shipping?: number;
                discount?: number;
                currency?: string;
                coupons?: string[];
                items?: {
                    sku: string;
                    name?: string;
                    category?: string;
                    /** @default 1 */
                    quantity?: number;
                    price: number;
                    /** @description Sold at a reduced price: programs may leave such items out. */
                    sale?: boolean;
                }[];
            };
            program?: string;
            stage?: string;
            /** @description What it is about, in your own words (a deal's number): a second stage event of the same subject and stage corrects the first. */
            subject?: string;
            name?: string;
            value?: number;
            currency?: string;
            quantity?: number;
            context?: {
                ip?: string;
                user_agent?: string;
                locale?: string;
                page?: string;
                channel?: string;
            };
            properties?: {
                [key: string]: unknown;
            };
        };
        EventBatch: {
            events: {
                id?: string;
                /** @enum {string} */
                type: "identify" | "visit" | "lead" | "signup" | "purchase" | "order_updated" | "refund" | "chargeback" | "subscription_started" | "payment" | "subscription_cancelled" | "stage" | "activity" | "share" | "survey_response" | "custom";
                occurred_at?: string;
                person?: {
                    id?: string;
                    user_id?: string;
                    email?: string;
                    phone?: string;
                    anonymous_id?: string;
                    name?: string;
                    company?: string;
                    attributes?: {
                        [key: string]: unknown;
                    };
                };
                referral?: {
                    code?: string;
                    click_id?: string;
                    link?: string;
                    invite?: string;
                    name?: string;
                };
                order?: {
                    id?: string;
                    total?: number;
                    amount?: number;
                    subtotal?: number;
                    tax?: number;
                    shipping?: number;
                    discount?: number;
                    currency?: string;
                    coupons?: string[];
                    items?: {
                        sku: string;
                        name?: string;
                        category?: string;
                        /** @default 1 */
                        quantity?: number;
                        price: number;
                        /** @description Sold at a reduced price: programs may leave such items out. */
                        sale?: boolean;
                    }[];
                };
                program?: string;
                stage?: string;
                /** @description What it is about, in your own words (a deal's number): a second stage event of the same subject and stage corrects the first. */
                subject?: string;
                name?: string;
                value?: number;
                currency?: string;
                quantity?: number;
                context?: {
                    ip?: string;
                    user_agent?: string;
                    locale?: string;
                    page?: string;
                    channel?: string;
                };
                properties?: {
                    [key: string]: unknown;
                };
            }[];
            /** @description An open import (imp_...): its events may be old. */
            import?: string;
        };
        EventBatchOutcome: {
            outcomes: components["schemas"]["EventOutcome"][];
        };
        EventOutcome: {
            id: string | null;
            client_id: string;
            /** @enum {string} */
            status: "settled" | "parked" | "rejected" | "failed" | "duplicate";
            decisions: components["schemas"]["Decision"][];
            error?: {
                code: string;
                detail: string;
                errors?: components["schemas"]["FieldError"][];
            };
        };
        FieldError: {
            pointer: string;
            message: string;
            code: string;
        };
        Finding: {
            /** @enum {string} */
            severity: "error" | "warning";
            code: string;
            pointer: string;
            message: string;
        };
        Fulfilment: {
            /** @description Your own number of it. */
            reference?: string;
        };
        Grant: {
            program: string;
            person: string;
            /** @enum {string} */
            kind: "cash" | "credit" | "points" | "entries" | "leads";
            value: {
                amount: number;
                currency: string;
            };
            reason: string;
        };
        Growth: {
            program: string;
            /** @description Advocates and everyone in a referral that stands. */
            people: number;
            referrals: number;
            /** @description People whom nobody referred. */
            roots: number;
            /** @description Referrals a person. */
            mean_offspring: number;
            offspring: {
                referred: number;
                people: number;
            }[];
            depth: {
                generation: number;
                people: number;
            }[];
            /** @description People who refer one another in a circle and so stand under no root. */
            in_circles: number;
        };
        Import: {
            id: string;
            kind: string;
            source: string;
            /** @enum {string} */
            status: "open" | "closed" | "cancelled";
            rows: number;
            bytes: number;
            accepted: number;
            refused: number;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            opened_at: string;
            closed_at: string | null;
        };
        ImportClose: {
            /**
             * @description It was given up.
             * @default false
             */
            cancelled?: boolean;
        };
        ImportList: {
            data: components["schemas"]["Import"][];
            next: string | null;
        };
        ImportWrite: {
            /** @description What is imported, for people. */
            source: string;
        };
        Join: {
            program: string;
            person: {
                id?: string;
                user_id?: string;
                email?: string;
                phone?: string;
                anonymous_id?: string;
                name?: string;
                company?: string;
                attributes?: {
                    [key: string]: unknown;
                };
            };
            channels?: string[];
        };
        Joined: {
            person: string;
            program: string;
            status: string;
            links: {
                id: string;
                code: string;
                channel: string | null;
                url: string;
            }[];
        };
        Key: {
            id: string;
            /** @enum {string} */
            kind: "secret" | "publishable" | "test";
            name: string;
            /** @description How it begins and ends. */
            hint: string;
            scopes: string[];
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            /** @description To the minute. */
            last_used_at: string | null;
            revoked_at: string | null;
        };
        KeyList: {
            data: components["schemas"]["Key"][];
            next: string | null;
        };
        KeyWrite: {
            /** @enum {string} */
            kind: "secret" | "publishable" | "test";
            /** @default  */
            name?: string;
            /**
             * @description What it may do; everything by default.
             * @default [
             *       "*"
             *     ]
             */
            scopes?: ("*" | "events:read" | "events:write" | "people:read" | "people:write" | "companies:read" | "companies:write" | "advocates:read" | "advocates:write" | "links:read" | "links:write" | "referrals:read" | "referrals:write" | "rewards:read" | "rewards:write" | "ledger:read" | "ledger:write" | "programs:read" | "programs:write" | "payouts:read" | "payouts:write" | "coupons:read" | "coupons:write" | "keys:read" | "keys:write" | "audit:read" | "audit:write" | "settings:read" | "settings:write" | "budgets:read" | "budgets:write" | "reports:read" | "reports:write" | "imports:read" | "imports:write" | "clock:read" | "clock:write" | "claims:read" | "claims:write" | "vacancies:read" | "vacancies:write" | "messages:read" | "messages:write" | "webhooks:read" | "webhooks:write" | "people:erase" | "programs:publish")[];
        };
        LedgerAccount: {
            id: string;
            kind: string;
            owner: string;
            form: string;
            unit: string;
            /** @description Null where no balance is kept; see the trial balance. */
            balance: number | null;
        };
        LedgerAccountList: {
            data: components["schemas"]["LedgerAccount"][];
            next: string | null;
        };
        LedgerTransaction: {
            id: string;
            group: string;
            kind: string;
            reward: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            unit: string;
            /** @description Two, of opposite amounts: out of the first account, into the second. */
            postings: {
                account: string;
                kind: string;
                owner: string;
                amount: number;
            }[];
        };
        LedgerTransactionList: {
            data: components["schemas"]["LedgerTransaction"][];
            next: string | null;
        };
        Link: {
            id: string;
            program: string;
            person: string;
            code: string;
            /** @enum {string} */
            kind: "random" | "vanity" | "coupon";
            channel: string | null;
            url: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            disabled_at: string | null;
        };
        LinkList: {
            data: components["schemas"]["Link"][];
            next: string | null;
        };
        LinkWrite: {
            program: string;
            /** @description per_... or user_id:... */
            person: string;
            /** @default null */
            channel?: string | null;
            /** @default null */
            code?: string | null;
            /**
             * @description vanity when there is a code.
             * @enum {string}
             */
            kind?: "random" | "vanity" | "coupon";
        };
        Merge: {
            /** @description per_... or user_id:..., who becomes the person in the path. */
            from: string;
        };
        Message: {
            id: string;
            /** @enum {string} */
            kind: "advocate_joined" | "advocate_invited" | "application_received" | "application_approved" | "application_refused" | "terms_changed" | "friend_became_advocate" | "referral_created" | "referral_qualified" | "referral_rejected" | "stage_reached" | "reward_granted" | "reward_available" | "reward_adjusted" | "reward_reversed" | "reward_denied" | "reward_expired" | "reward_fulfilled" | "reward_choice_due" | "payout_settled" | "payout_failed" | "points_expiring" | "level_reached" | "level_ending" | "level_lost" | "badge_earned" | "seat_confirmed" | "seat_from_waiting_list" | "seat_waiting" | "redemption_confirmed" | "claim_received" | "claim_approved" | "claim_refused" | "claim_expiring" | "claim_expired" | "case_assigned" | "case_due" | "case_moved" | "lead_received" | "lead_accepted" | "lead_refused" | "lead_due" | "request_received" | "request_answered" | "slip_received" | "deliverable_due" | "deliverable_approved" | "deliverable_refused" | "share_verified" | "contest_won" | "contest_alternate" | "contest_accept_due" | "contest_lost_prize" | "leaderboard_final" | "occasion_reached" | "review_needed" | "application_waiting" | "claim_waiting" | "case_overdue" | "budget_low" | "stock_low" | "payout_failed_notice" | "refund_unmatched" | "webhook_dead" | "webhook_disabled";
            /** @enum {string} */
            to: "advocate" | "friend" | "person" | "operators";
            /** @description Null: those who run the workspace. */
            person: string | null;
            /** @description What it tells, in a sentence. */
            what: string;
            /** @description What it follows from. */
            why: string;
            /** @description The thing it is about: never two of one kind to one person about one thing. */
            subject: string;
            locale: string;
            data: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            due_at: string;
            /** @enum {string} */
            status: "due" | "delivered" | "dropped";
            /** @description Why it was dropped. */
            reason: string | null;
        };
        MessageList: {
            data: components["schemas"]["Message"][];
            next: string | null;
        };
        Money: {
            /** @description Minor units (cents). */
            amount: number;
            /** @description A currency or another unit such as points or months. */
            currency: string;
        };
        NetworkReport: {
            program: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            since: string;
            pay: {
                unit: string;
                total: number;
                /** @description Rests on what members bought themselves. */
                from_members: number;
            }[];
            findings: components["schemas"]["Finding"][];
        };
        NewKey: {
            id: string;
            kind: string;
            key: string;
        };
        Payout: {
            id: string;
            person: string;
            value: components["schemas"]["Money"];
            /** @enum {string} */
            state: "in_flight" | "settled" | "failed";
            reference: string | null;
            error: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            decided_at: string | null;
        };
        PayoutBatch: {
            id: string;
            kind: string;
            total: components["schemas"]["Money"];
            /** @enum {string} */
            status: "open" | "closed";
            payouts: number;
            settled: number;
            failed: number;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
        };
        PayoutBatchList: {
            data: components["schemas"]["PayoutBatch"][];
            next: string | null;
        };
        PayoutBatchWithItems: {
            id: string;
            kind: string;
            total: components["schemas"]["Money"];
            /** @enum {string} */
            status: "open" | "closed";
            payouts: number;
            settled: number;
            failed: number;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            items: components["schemas"]["Payout"][];
        };
        PayoutPreview: {
            payouts: {
                person: string;
                value: components["schemas"]["Money"];
            }[];
            total: components["schemas"]["Money"];
        };
        PayoutResults: {
            results: {
                payout: string;
                /** @enum {string} */
                state: "settled" | "failed";
                /** @default null */
                reference?: string | null;
                /** @default null */
                error?: string | null;
            }[];
        };
        PayoutResultsTaken: {
            settled: number;
            failed: number;
            unchanged: number;
            /** @description Payouts that are not of this batch. */
            unknown: string[];
        };
        PayoutWish: {
            /** @description A currency. */
            unit: string;
            /**
             * @default cash
             * @enum {string}
             */
            kind?: "cash" | "credit";
            /**
             * @description Minor units: smaller balances wait.
             * @default 1
             */
            minimum?: number;
        };
        Person: {
            id: string;
            user_id: string | null;
            email: string | null;
            phone: string | null;
            anonymous_ids: string[];
            name: string | null;
            company: string | null;
            attributes: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            erased_at: string | null;
        };
        PersonList: {
            data: components["schemas"]["Person"][];
            next: string | null;
        };
        PersonSearch: {
            email?: string;
            phone?: string;
            user_id?: string;
            anonymous_id?: string;
            code?: string;
        };
        PersonUpdate: {
            email?: string;
            phone?: string;
            anonymous_id?: string;
            name?: string;
            company?: string;
            attributes?: {
                [key: string]: unknown;
            };
        };
        PersonWrite: {
            user_id?: string;
            email?: string;
            phone?: string;
            anonymous_id?: string;
            name?: string;
            company?: string;
            attributes?: {
                [key: string]: unknown;
            };
        };
        Plan: {
            from_version: number | null;
            changes: {
                pointer: string;
                from?: unknown;
                to?: unknown;
            }[];
            findings: components["schemas"]["Finding"][];
            cost: {
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                to: string;
                by_rule: {
                    rule: string;
                    unit: string;
                    before: number;
                    after: number;
                }[];
            } | null;
        };
        PlanWish: {
            definition?: components["schemas"]["ProgramDefinition"];
            backtest?: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            };
        };
        Preset: {
            key: string;
            kind: string;
            name: string;
            description: string | null;
        };
        /** @description RFC 9457 problem details. `code` is from a closed list; branch on it. */
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "json_invalid" | "encoding_invalid" | "nesting_too_deep" | "key_forbidden" | "body_missing" | "request_malformed" | "cursor_invalid" | "idempotency_key_invalid" | "key_in_query" | "request_timeout" | "body_too_large" | "uri_too_long" | "media_type_unsupported" | "headers_too_large" | "unauthenticated" | "key_invalid" | "session_invalid" | "link_invalid" | "cross_site" | "key_kind_refused" | "scope_missing" | "sandbox_only" | "not_found" | "method_not_allowed" | "rate_limited" | "validation_failed" | "too_many_events" | "event_invalid" | "event_refused" | "event_conflict" | "occurred_at_in_future" | "occurred_at_too_old" | "currency_unknown" | "currency_mismatch" | "person_missing" | "order_missing" | "program_unknown" | "import_not_open" | "conflict" | "idempotency_conflict" | "idempotency_in_progress" | "program_has_errors" | "program_not_live" | "code_taken" | "insufficient_balance" | "budget_exhausted" | "beyond_exact" | "merge_refused" | "person_erased" | "internal" | "overloaded" | "unavailable" | "not_ready";
            detail: string;
            errors: {
                /** @description JSON pointer to the field; for a query parameter or a path segment its name after the slash. */
                pointer: string;
                message: string;
                code: string;
            }[];
            request_id: string;
            /** Format: uri */
            doc_url: string;
        };
        Program: {
            id: string;
            key: string;
            /** @enum {string} */
            status: "draft" | "live" | "paused" | "ended";
            /** @description The newest published version. */
            version: number | null;
            /** @description The newest published definition. */
            definition: {
                [key: string]: unknown;
            } | null;
            draft: {
                [key: string]: unknown;
            } | null;
            /** @description What the linter says of the draft, or without one of what is live. */
            findings: components["schemas"]["Finding"][];
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
        };
        ProgramClaims: {
            /**
             * @description What is claimed: a person for a vacancy, a deal, a company, or an order that named nobody.
             * @enum {string}
             */
            subject: "candidate" | "deal" | "company" | "order";
            /** @description The stage that an approved claim reaches; the first one when left out. An order has its own. */
            stage?: string;
            /**
             * @description How long an approved claim keeps others out. A move to another stage begins it anew; when it is over, so is the claim.
             * @default 90d
             */
            exclusivity?: string;
            /** @description How long after it was made a claim keeps others out whatever became of it, unless it was refused, withdrawn or lost. */
            blocks?: string;
            /**
             * @description Orders: how long after the order it may be claimed.
             * @default 30d
             */
            within?: string;
            /** @default operator */
            decide?: ("at_once" | "operator") | {
                /** @description Decided by this rule when no operator has decided by then. */
                after: string;
                /**
                 * @default approve
                 * @enum {string}
                 */
                then?: "approve" | "refuse";
            };
            /**
             * @description Who may not claim.
             * @default []
             */
            excluded?: ("manager" | "recruiter" | "own_department")[];
            /**
             * @default optional
             * @enum {string}
             */
            evidence?: "required" | "optional";
            /**
             * @description Only who has accepted the program's present terms may claim.
             * @default false
             */
            agreement?: boolean;
            /**
             * @description How many people may claim one subject together.
             * @default 1
             */
            people?: number;
            /**
             * @description Stages that end the claim and free its subject.
             * @default []
             */
            lost?: string[];
            /**
             * @description Vacancies without a bonus of their own: the first line whose grade and country hold.
             * @default []
             */
            bonuses?: {
                grade?: string;
                country?: string;
                bonus: string;
            }[];
        };
        ProgramDefinition: {
            $schema?: string;
            key: string;
            /** @enum {string} */
            kind: "direct" | "two_way" | "affiliate" | "loyalty" | "advocacy" | "partner" | "tiered" | "contest" | "employee" | "community" | "social" | "influencer" | "occasion" | "lead_exchange" | "subscription" | "pipeline" | "network";
            name: string;
            description?: string;
            goal?: {
                metric: string;
                target: number;
                by: string;
            };
            /** @default {} */
            advocates?: {
                who?: components["schemas"]["Condition"];
                /**
                 * @default automatic
                 * @enum {string}
                 */
                join?: "automatic" | "apply" | "invite";
            };
            /** @default {} */
            friends?: {
                /**
                 * @default new_customer
                 * @enum {string}
                 */
                who?: "new_customer" | "new_customer_of_company" | "anyone";
                where?: components["schemas"]["Condition"];
            };
            stages: (string | {
                key: string;
                on: string;
                name?: string;
                where?: components["schemas"]["Condition"];
            })[];
            qualifies_at: string;
            /** Format: uri */
            destination: string;
            /** @default [] */
            destinations?: string[];
            /** @default {} */
            attribution?: {
                /**
                 * @default last_touch
                 * @enum {string}
                 */
                model?: "last_touch" | "first_touch";
                /** @default 30d */
                window?: string;
                /**
                 * @default [
                 *       "code",
                 *       "link",
                 *       "invite",
                 *       "name",
                 *       "claim"
                 *     ]
                 */
                accepts?: ("code" | "link" | "invite" | "name" | "claim")[];
                /** @description A touch this shortly before the conversion cannot displace an earlier one. */
                protected_window?: string;
                /**
                 * @description Codes known to be public: ranked below a link.
                 * @default []
                 */
                public_codes?: string[];
            };
            /** @default [] */
            rewards?: {
                key: string;
                when: {
                    stage: string;
                    nth?: number;
                    times?: number;
                    /** @description Counts only until this long after the referral's first occurrence of the rule's stage or of qualifies_at. */
                    for?: string;
                    where?: components["schemas"]["Condition"];
                    /** @description Only order items that match count, for the condition and for the amount. */
                    items?: components["schemas"]["Condition"];
                    /** @description Decided only when this much time has passed. */
                    after?: string;
                    /** @description Asked when the wait is over. */
                    if?: components["schemas"]["Condition"];
                } | {
                    /** @constant */
                    joined: true;
                } | {
                    activity: string;
                    where?: components["schemas"]["Condition"];
                    /** @description Counts this often; once when every or each is given. */
                    times?: number;
                    /**
                     * @description times counts anew in each of these periods.
                     * @enum {string}
                     */
                    every?: "day" | "week" | "month" | "quarter" | "year";
                    /**
                     * @description times counts for each subject or channel of the events by itself.
                     * @enum {string}
                     */
                    each?: "subject" | "channel";
                } | {
                    threshold: number;
                    /**
                     * @default qualified_referrals
                     * @enum {string}
                     */
                    of?: "qualified_referrals";
                    /** @default false */
                    repeat?: boolean;
                    /** @description All of them within this time of each other. */
                    within?: string;
                } | {
                    /** @description At least one qualified referral in so many periods after each other. */
                    streak: number;
                    /** @enum {string} */
                    every: "day" | "week" | "month" | "quarter" | "year";
                    /** @default false */
                    repeat?: boolean;
                };
                give: {
                    cash?: string | {
                        percent: number;
                        /**
                         * @default order.net
                         * @enum {string}
                         */
                        of?: "order.total" | "order.net" | "order.subtotal" | "downline_rewards" | "event.value";
                        /** @description The most that one occurrence may give. */
                        max?: string;
                        /** @description Only order items that match count towards the base. */
                        items?: components["schemas"]["Condition"];
                    } | {
                        per_unit: string;
                    };
                    credit?: string | {
                        percent: number;
                        /**
                         * @default order.net
                         * @enum {string}
                         */
                        of?: "order.total" | "order.net" | "order.subtotal" | "downline_rewards" | "event.value";
                        /** @description The most that one occurrence may give. */
                        max?: string;
                        /** @description Only order items that match count towards the base. */
                        items?: components["schemas"]["Condition"];
                    } | {
                        per_unit: string;
                    };
                    points?: number | {
                        per_unit: number;
                    };
                    gift_card?: string;
                    coupon?: {
                        percent?: number;
                        amount?: string;
                        valid?: string;
                        minimum_order?: string;
                        /**
                         * @description From the codes uploaded for this rule, or made (default).
                         * @enum {string}
                         */
                        codes?: "generated" | "pool";
                        /** @description Warns when so many uploaded codes are left. 10. */
                        low_stock?: number;
                        /** @description How often one code may be used. Once. */
                        uses?: number;
                        /** @description How often one person may use it. */
                        per_person?: number;
                        /** @description Good for whoever shows it, not only for the person who was given it. */
                        bearer?: boolean;
                        /** @description False: not with another coupon on the same bill. */
                        combinable?: boolean;
                        /** @description What it takes nothing off, and what does not count towards its minimum. */
                        excluded?: {
                            skus?: string[];
                            categories?: string[];
                            sale_items?: boolean;
                        };
                    };
                    free_time?: {
                        months?: number;
                        days?: number;
                    };
                    perk?: {
                        name: string;
                    };
                    badge?: {
                        name: string;
                    };
                    entries?: number | {
                        per_unit: number;
                    };
                    leads?: number | {
                        per_unit: number;
                    };
                    custom?: {
                        name: string;
                    };
                    /** @description Equals of which the recipient picks one. */
                    choice?: {
                        cash?: string | {
                            percent: number;
                            /**
                             * @default order.net
                             * @enum {string}
                             */
                            of?: "order.total" | "order.net" | "order.subtotal" | "downline_rewards" | "event.value";
                            /** @description The most that one occurrence may give. */
                            max?: string;
                            /** @description Only order items that match count towards the base. */
                            items?: components["schemas"]["Condition"];
                        } | {
                            per_unit: string;
                        };
                        credit?: string | {
                            percent: number;
                            /**
                             * @default order.net
                             * @enum {string}
                             */
                            of?: "order.total" | "order.net" | "order.subtotal" | "downline_rewards" | "event.value";
                            /** @description The most that one occurrence may give. */
                            max?: string;
                            /** @description Only order items that match count towards the base. */
                            items?: components["schemas"]["Condition"];
                        } | {
                            per_unit: string;
                        };
                        points?: number | {
                            per_unit: number;
                        };
                        gift_card?: string;
                        coupon?: {
                            percent?: number;
                            amount?: string;
                            valid?: string;
                            minimum_order?: string;
                            /**
                             * @description From the codes uploaded for this rule, or made (default).
                             * @enum {string}
                             */
                            codes?: "generated" | "pool";
                            /** @description Warns when so many uploaded codes are left. 10. */
                            low_stock?: number;
                            /** @description How often one code may be used. Once. */
                            uses?: number;
                            /** @description How often one person may use it. */
                            per_person?: number;
                            /** @description Good for whoever shows it, not only for the person who was given it. */
                            bearer?: boolean;
                            /** @description False: not with another coupon on the same bill. */
                            combinable?: boolean;
                            /** @description What it takes nothing off, and what does not count towards its minimum. */
                            excluded?: {
                                skus?: string[];
                                categories?: string[];
                                sale_items?: boolean;
                            };
                        };
                        free_time?: {
                            months?: number;
                            days?: number;
                        };
                        perk?: {
                            name: string;
                        };
                        badge?: {
                            name: string;
                        };
                        entries?: number | {
                            per_unit: number;
                        };
                        leads?: number | {
                            per_unit: number;
                        };
                        custom?: {
                            name: string;
                        };
                    }[];
                };
                /** @default advocate */
                to?: ("advocate" | "friend") | {
                    /** @description 1 is the advocate's own recruiter, 2 the one above. */
                    upline: number;
                } | {
                    /**
                     * @description Split by their shares over all who claimed the friend together.
                     * @constant
                     */
                    team: true;
                };
                hold?: string;
                /** @description What is left of it ends this long after it became available, oldest first. For what keeps a balance: points, credit. */
                expires?: string;
                /**
                 * @default [
                 *       "refund",
                 *       "chargeback"
                 *     ]
                 */
                reverse_on?: ("refund" | "chargeback")[];
                /**
                 * @default proportional
                 * @enum {string}
                 */
                on_refund?: "proportional" | "all_below_threshold";
                limit?: {
                    /**
                     * @default advocate
                     * @enum {string}
                     */
                    per?: "advocate" | "friend" | "program";
                    count?: number;
                    amount?: string;
                    /** @enum {string} */
                    every?: "day" | "week" | "month" | "quarter" | "year";
                    /**
                     * @description Counted for each channel of the events by itself.
                     * @enum {string}
                     */
                    by?: "channel";
                };
                /**
                 * @default automatic
                 * @enum {string}
                 */
                approval?: "automatic" | "manual";
            }[];
            tiers?: {
                /**
                 * @default qualified_referrals
                 * @enum {string}
                 */
                by?: "qualified_referrals";
                /** @enum {string} */
                every?: "day" | "week" | "month" | "quarter" | "year";
                steps: {
                    from: number;
                    /** @default 1 */
                    multiply?: number;
                }[];
            };
            /** @default [] */
            bonuses?: {
                key: string;
                from: string;
                to: string;
                multiply: number;
                rules?: string[];
            }[];
            claims?: components["schemas"]["ProgramClaims"];
            leaderboard?: {
                /**
                 * @default qualified_referrals
                 * @enum {string}
                 */
                by?: "qualified_referrals" | "points" | "rewards";
                /** @description Which currency's rewards are added up, for by: rewards. */
                currency?: string;
                periods: ("week" | "month" | "quarter")[];
                /**
                 * @description How long after its end a period is frozen.
                 * @default 0d
                 */
                freeze_after?: string;
            };
            contest?: {
                /** @description Its name in addresses; the program's own key when left out. A new span of time needs a new one. */
                key?: string;
                from: string;
                to: string;
                /**
                 * @description How long after its end ranks and entries are frozen: time for late facts and returns.
                 * @default 0d
                 */
                freeze_after?: string;
                leaderboard?: {
                    /**
                     * @default qualified_referrals
                     * @enum {string}
                     */
                    by?: "qualified_referrals" | "points" | "rewards";
                    /** @description Which currency's rewards are added up, for by: rewards. */
                    currency?: string;
                    /**
                     * @description How many ranks win a prize.
                     * @default 3
                     */
                    places?: number;
                };
                draw?: {
                    /** @default 1 */
                    winners?: number;
                    /**
                     * @description Drawn too: they move up when a winner does not accept.
                     * @default 3
                     */
                    alternates?: number;
                    /** @default 7d */
                    accept_within?: string;
                    /** @description The most entries of one person that count. */
                    entry_cap?: number;
                    /**
                     * @description The activity that each place wins, first place first; prize for those that are not named.
                     * @default []
                     */
                    prizes?: string[];
                    /** @description A public random value that the draw must take in, such as a drand round to come. */
                    beacon?: string;
                };
            };
            shares?: {
                /**
                 * @description Different visitors that a share's own link must have.
                 * @default 3
                 */
                visits?: number;
                /**
                 * @description A share that has too few of them by then does not count any more.
                 * @default 30d
                 */
                within?: string;
                /**
                 * @description The networks on which a share counts; any when left out.
                 * @default []
                 */
                channels?: string[];
            };
            content_kit?: {
                /**
                 * @description What to say and what not, by language.
                 * @default {}
                 */
                brief?: {
                    [key: string]: string;
                };
                /** @default [] */
                assets?: {
                    name: string;
                    /** @enum {string} */
                    kind: "image" | "video" | "audio" | "text" | "file";
                    /** Format: uri */
                    url: string;
                    alt?: string;
                }[];
            };
            budget?: {
                amount: string;
                /** @enum {string} */
                every?: "day" | "week" | "month" | "quarter" | "year";
                /**
                 * @default pause_rewards
                 * @enum {string}
                 */
                when_spent?: "pause_rewards" | "notify";
            };
            exclusive_group?: string;
            /** @default 100 */
            priority?: number;
            /** @default 7d */
            settle_grace?: string;
            zone?: string;
            /** @description A network program is off until this is true. */
            enabled?: boolean;
            /** @default {} */
            share?: {
                /** @default [] */
                channels?: string[];
                /** @default {} */
                messages?: {
                    [key: string]: {
                        [key: string]: string;
                    };
                };
            };
            /** @default {} */
            pages?: {
                [key: string]: unknown;
            };
            /** @default {} */
            terms?: {
                [key: string]: string;
            };
            /** @default {} */
            disclosure?: {
                [key: string]: string;
            };
            /** @default [] */
            law?: ("us_real_estate" | "us_mortgage" | "us_health")[];
            /** @description Gross margin, so that the linter can tell a reward that costs more than the sale earns. */
            margin_percent?: number;
        };
        ProgramFromPreset: {
            preset: string;
            name?: string;
        };
        ProgramList: {
            data: components["schemas"]["Program"][];
            next: string | null;
        };
        ProgramVersion: {
            version: number;
            /** @description A program definition; its schema is at /schemas/program.json. */
            definition: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            effective_from: string;
            applies_to: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            published_at: string;
        };
        Publish: {
            /**
             * Format: date-time
             * @description Not in the past.
             */
            effective_from?: string;
            /**
             * @default new_referrals
             * @enum {string}
             */
            applies_to?: "new_referrals" | "open_referrals";
        };
        ReasonGiven: {
            reason: string;
        };
        Reassign: {
            advocate: string;
            reason: string;
        };
        Referral: {
            id: string;
            program: string;
            advocate: string;
            friend: string;
            link: string | null;
            evidence: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            evidence_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            bound_at: string;
            version: number;
            stage: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            stage_at: string;
            /** @enum {string} */
            status: "open" | "qualified" | "rejected" | "superseded";
            qualified_at: string | null;
            frozen_at: string | null;
            manual: boolean;
        };
        ReferralList: {
            data: components["schemas"]["Referral"][];
            next: string | null;
        };
        ReferralWrite: {
            program: string;
            advocate: string;
            friend: string;
            reason: string;
        };
        Reward: {
            id: string;
            program: string;
            rule: string;
            /** @description The business key it rests on, such as order:4711. */
            basis: string;
            person: string;
            friend: string | null;
            advocate: string | null;
            event: string;
            kind: string;
            /** @description What is owed now, after take-backs. */
            value: components["schemas"]["Money"];
            /** @description What was granted at first. */
            granted: components["schemas"]["Money"];
            /** @enum {string} */
            state: "pending" | "available" | "in_flight" | "fulfilled" | "reversed" | "denied" | "expired";
            reason: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            available_at: string;
            matured_at: string | null;
            revision: number;
            details: unknown;
        };
        RewardList: {
            data: components["schemas"]["Reward"][];
            next: string | null;
        };
        RewardView: {
            id: string;
            rule: string;
            to: string;
            kind: string;
            value: components["schemas"]["Money"];
            state: string;
            available_at: string | null;
            reason?: string;
            /** @description What the event added to an earlier reward, in its unit; negative: taken back. */
            change?: number;
        };
        SegmentAnswer: {
            /** @constant */
            success: true;
            outcomes: components["schemas"]["EventOutcome"][];
        };
        SegmentBatch: {
            batch: components["schemas"]["SegmentMessage"][];
        } & {
            [key: string]: unknown;
        };
        SegmentMessage: {
            messageId?: string;
            userId?: string | null;
            anonymousId?: string | null;
            timestamp?: string;
            /** @description For track: "Order Completed", "Order Refunded", "Signed Up"... */
            event?: string;
            properties?: {
                [key: string]: unknown;
            };
            traits?: {
                [key: string]: unknown;
            };
            context?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        Settings: {
            slug: string;
            name: string;
            /** @description Months and days are those of this zone. */
            zone: string;
            sandbox: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            settings: {
                [key: string]: unknown;
            };
        };
        SettingsChange: {
            name?: string;
            zone?: string;
            settings?: {
                /** @description Origins that a link's destination may have besides the program's own. */
                allowed_origins?: string[];
            };
        };
        Standing: {
            program: string;
            status: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            joined_at: string;
            referrals: number;
            qualified: number;
            rewards: {
                unit: string;
                owed: number;
                pending: number;
            }[];
        };
        StoredEvent: {
            id: string;
            client_id: string;
            type: string;
            person: string | null;
            order: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            occurred_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            received_at: string;
            /** @enum {string} */
            status: "settled" | "parked" | "rejected" | "failed";
            decisions: components["schemas"]["Decision"][];
            error: {
                code: string;
                detail: string;
            } | null;
        };
        StoredEventList: {
            data: components["schemas"]["StoredEvent"][];
            next: string | null;
        };
        Trace: {
            event: components["schemas"]["StoredEvent"];
            /** @description What the decision was made from: no names, addresses or free properties. */
            fact: {
                [key: string]: unknown;
            };
            words: {
                program: string;
                sentences: string[];
            }[];
            revisions: {
                revision: number;
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                at: string;
                /** @description The event that changed it. */
                cause: string | null;
                decisions: components["schemas"]["Decision"][];
                words: string[];
            }[];
        };
        TrialBalanceUnit: {
            unit: string;
            accounts: {
                kind: string;
                /** @description Digits in a text where 2^53 is passed. */
                amount: number | string;
            }[];
            /** @description Always 0. */
            total: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getEvents: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                person?: string;
                type?: "identify" | "visit" | "lead" | "signup" | "purchase" | "order_updated" | "refund" | "chargeback" | "subscription_started" | "payment" | "subscription_cancelled" | "stage" | "activity" | "share" | "survey_response" | "custom";
                status?: "settled" | "parked" | "rejected" | "failed";
                client_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredEventList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] | components["schemas"]["EventBatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventOutcome"] | components["schemas"]["EventBatchOutcome"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEventsEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredEvent"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postEventsEventRetry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventOutcome"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEventsEventTrace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trace"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAlias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentAnswer"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentBatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentAnswer"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentAnswer"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postIdentify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentAnswer"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentAnswer"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postScreen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentAnswer"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTrack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentAnswer"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeople: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeoplePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPeoplePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonUpdate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeoplePersonBalances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"][];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPeoplePersonErase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: string;
                        /** @enum {boolean} */
                        erased: true;
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeoplePersonExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPeoplePersonMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Merge"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPeopleSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonSearch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Person"][];
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCompanies: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCompaniesCompany: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCompaniesCompany: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdvocates: {
        parameters: {
            query: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program: string;
                status?: "active" | "left" | "applied" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvocateList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAdvocates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Join"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgramsProgramAdvocatesPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advocate"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramsProgramAdvocatesPersonLeave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advocate"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramsProgramApplicationsPersonApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advocate"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramsProgramApplicationsPersonRefuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advocate"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeoplePersonStanding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Standing"][];
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLinks: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                person?: string;
                program?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLinksLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLinksLinkDisable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLinksLinkQrPng: {
        parameters: {
            query?: {
                /** @description Modules of white around it; scanners want 4. */
                margin?: number;
                /** @description Pixels. */
                width?: number;
            };
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLinksLinkQrSvg: {
        parameters: {
            query?: {
                /** @description Modules of white around it; scanners want 4. */
                margin?: number;
            };
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReferrals: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                advocate?: string;
                friend?: string;
                status?: "open" | "qualified" | "rejected" | "superseded";
                stage?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReferrals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReferralsReferral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                referral: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReferralsReferralReassign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                referral: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reassign"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReferralsReferralReject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                referral: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonGiven"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRewards: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                person?: string;
                friend?: string;
                state?: "pending" | "available" | "in_flight" | "fulfilled" | "reversed" | "denied" | "expired";
                rule?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRewards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Grant"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reward"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRewardsReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reward: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reward"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRewardsRewardApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reward: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reward"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRewardsRewardDeny: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reward: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonGiven"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reward"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRewardsRewardFulfil: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reward: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Fulfilment"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reward"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRewardsRewardReverse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reward: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonGiven"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reward"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCoupons: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCouponsRedeem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponRedemption"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponVerdict"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCouponsValidate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponVerdict"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayouts: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutBatchList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPayouts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutWish"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutBatch"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayoutsBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutBatchWithItems"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayoutsBatchFileCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPayoutsPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutPreview"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPayoutsBatchResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutResults"];
                "text/csv": string;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutResultsTaken"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLedgerAccounts: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                person?: string;
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerAccountList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLedgerTransactions: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                kind?: string;
                account?: string;
                reward?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerTransactionList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLedgerTrialBalance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TrialBalanceUnit"][];
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPrograms: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgramsProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putProgramsProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramFromPreset"] | components["schemas"]["ProgramDefinition"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramsProgramEnd: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramsProgramPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramsProgramPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlanWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramsProgramPublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Publish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramsProgramResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgramsProgramVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ProgramVersion"][];
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPresets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Preset"][];
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPresetsPreset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                preset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSchemasProgramJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBudgets: {
        parameters: {
            query?: {
                program?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Budget"][];
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramsProgramBudgetReopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetReopen"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        program: string;
                        key: string;
                        period: string;
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsGrowth: {
        parameters: {
            query: {
                program: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Growth"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsNetwork: {
        parameters: {
            query: {
                program: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkReport"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImports: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                status?: "open" | "closed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsImportClose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ImportClose"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTestClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description RFC 3339 with milliseconds, UTC.
                         */
                        now: string;
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTestClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Such as "14d", "12 months". */
                    advance: string;
                } | {
                    /**
                     * Format: date-time
                     * @description Not before the sandbox's present.
                     */
                    set: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockMoved"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessages: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                kind?: "advocate_joined" | "advocate_invited" | "application_received" | "application_approved" | "application_refused" | "terms_changed" | "friend_became_advocate" | "referral_created" | "referral_qualified" | "referral_rejected" | "stage_reached" | "reward_granted" | "reward_available" | "reward_adjusted" | "reward_reversed" | "reward_denied" | "reward_expired" | "reward_fulfilled" | "reward_choice_due" | "payout_settled" | "payout_failed" | "points_expiring" | "level_reached" | "level_ending" | "level_lost" | "badge_earned" | "seat_confirmed" | "seat_from_waiting_list" | "seat_waiting" | "redemption_confirmed" | "claim_received" | "claim_approved" | "claim_refused" | "claim_expiring" | "claim_expired" | "case_assigned" | "case_due" | "case_moved" | "lead_received" | "lead_accepted" | "lead_refused" | "lead_due" | "request_received" | "request_answered" | "slip_received" | "deliverable_due" | "deliverable_approved" | "deliverable_refused" | "share_verified" | "contest_won" | "contest_alternate" | "contest_accept_due" | "contest_lost_prize" | "leaderboard_final" | "occasion_reached" | "review_needed" | "application_waiting" | "claim_waiting" | "case_overdue" | "budget_low" | "stock_low" | "payout_failed_notice" | "refund_unmatched" | "webhook_dead" | "webhook_disabled";
                status?: "due" | "delivered" | "dropped";
                person?: string;
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeys: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postKeysKeyRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {boolean} */
                        revoked: true;
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                actor?: string;
                action?: string;
                target?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryList"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        version: string;
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                        checks: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** @description Refused. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The server could not. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
