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
         * @description Newest first by when they happened. A filter that means few of many is answered page by page: `data` may be short or empty while `next` is not null.
         *
         *     Permission: `events:read`.
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
    "/v1/people/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What people are called, for a page of ids
         * @description For lists, which hold ids. Ids that are nobody's here are left out of the answer.
         *
         *     Permission: `people:read`.
         */
        post: operations["postPeopleNames"];
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
    "/v1/people/{person}/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Spend a part of a balance
         * @description For a shop that takes points or credit at its own till. The oldest rewards go first; refused with `insufficient_balance`.
         *
         *     Permission: `redemptions:write`.
         */
        post: operations["postPeoplePersonSpend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/badges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The badges that a person holds, the first earned first
         * @description Permission: `rewards:read`.
         */
        get: operations["getPeoplePersonBadges"];
        put?: never;
        post?: never;
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
         * How an advocate stands in each program: referrals, rewards, her level and what it brings
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
    "/v1/advocates/{person}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an advocate stands in each program: referrals, rewards, her level and what it brings
         * @description Permission: `advocates:read`.
         */
        get: operations["getAdvocatesPersonStanding"];
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
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List claims
         * @description Permission: `claims:read`.
         */
        get: operations["getClaims"];
        put?: never;
        /**
         * Claim a candidate, deal, company or order
         * @description For one person or several with shares (60 and 40); the first one is the advocate. A negative answer is a claim with the status `refused` and its reason. Who held it before is never told.
         *
         *     Permission: `claims:write`.
         */
        post: operations["postClaims"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claim}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a claim
         * @description Permission: `claims:read`.
         */
        get: operations["getClaimsClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claim}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a claim
         * @description The referral is bound and what it earns is paid. One who turns out to be somebody's already makes it a refused claim with that reason.
         *
         *     Permission: `claims:write`.
         */
        post: operations["postClaimsClaimApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claim}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a claim
         * @description Permission: `claims:write`.
         */
        post: operations["postClaimsClaimRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{claim}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a claim back
         * @description Frees what it claimed for others. What it has earned stays.
         *
         *     Permission: `claims:write`.
         */
        post: operations["postClaimsClaimWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{company}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a company's people
         * @description Who belongs to it by her events, and who has a role in it.
         *
         *     Permission: `companies:read`.
         */
        get: operations["getCompaniesCompanyPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{company}/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give somebody a role in a company
         * @description Permission: `companies:write`.
         */
        put: operations["putCompaniesCompanyPeoplePerson"];
        post?: never;
        /**
         * Take somebody's role in a company away
         * @description To which company she belongs is what her events say; that stays.
         *
         *     Permission: `companies:write`.
         */
        delete: operations["deleteCompaniesCompanyPeoplePerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{deal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say which deal you work on yourself
         * @description As long as it is open, a claim on it, its contact or its company is `already_known`.
         *
         *     Permission: `claims:write`.
         */
        put: operations["putDealsDeal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deals you work on yourself
         * @description Permission: `claims:read`.
         */
        get: operations["getDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vacancies/{vacancy}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a vacancy
         * @description By your own id of it.
         *
         *     Permission: `vacancies:read`.
         */
        get: operations["getVacanciesVacancy"];
        /**
         * Make or change a vacancy
         * @description Under your own id of it. What is left out is empty afterwards.
         *
         *     Permission: `vacancies:write`.
         */
        put: operations["putVacanciesVacancy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vacancies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List vacancies
         * @description Permission: `vacancies:read`.
         */
        get: operations["getVacancies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vacancies/{vacancy}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A candidate reached a stage
         * @description For an applicant tracking system. The event carries the vacancy's bonus as its value, and its department, country and grade as properties. The same candidate, vacancy and stage again is a `duplicate`.
         *
         *     Permission: `vacancies:write`.
         */
        post: operations["postVacanciesVacancyStages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{referral}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a referral to a stage
         * @description Makes a `stage` event about the friend, with its value (a deal won), and answers what it earned. The same again is a `duplicate`. With a `subject` (your id of the deal) another value corrects the one told before; without one it is a 409.
         *
         *     Permission: `referrals:write`.
         */
        post: operations["postReferralsReferralStage"];
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
    "/v1/rewards/{reward}/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pick one of the options of a reward
         * @description For a reward of the kind `choice`, on behalf of its recipient. It becomes what was picked, once and for all, and is available at once when its hold is over.
         *
         *     Permission: `rewards:write`.
         */
        post: operations["postRewardsRewardChoose"];
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
    "/v1/people/{person}/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person's licences
         * @description Permission: `people:read`.
         */
        get: operations["getPeoplePersonLicences"];
        put?: never;
        /**
         * Keep a person's licence
         * @description Nobody is paid by it before it was checked. The number is private data: it goes when the person is erased.
         *
         *     Permission: `people:write`.
         */
        post: operations["postPeoplePersonLicences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/licences/{licence}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what you found when you checked a licence
         * @description Checked: what waited for it, earned while it was valid, is paid on its way.
         *
         *     Permission: `people:write`.
         */
        post: operations["postPeoplePersonLicencesLicenceCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom you trust, and whom you do not
         * @description Permission: `lists:read`.
         */
        get: operations["getLists"];
        put?: never;
        /**
         * Trust or block somebody
         * @description Block refuses what comes later; allow lets it through whatever its score. A network range is a signal only: it refuses nobody.
         *
         *     Permission: `lists:write`.
         */
        post: operations["postLists"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lists/{entry}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an entry off its list
         * @description Permission: `lists:write`.
         */
        post: operations["postListsEntryRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a referral through
         * @description What waited goes on its way, and so does what the referral earns later.
         *
         *     Permission: `reviews:write`.
         */
        post: operations["postReviewsReviewApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One referral, why it is doubted, and what waits for it
         * @description Permission: `reviews:read`.
         */
        get: operations["getReviewsReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Referrals and what was made of them
         * @description `state=open` is the queue: rewards that wait for a decision.
         *
         *     Permission: `reviews:read`.
         */
        get: operations["getReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{review}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a referral
         * @description What waits is denied (`risk_refused`), what was given is taken back, and the referral is rejected. Also one that was let through.
         *
         *     Permission: `reviews:write`.
         */
        post: operations["postReviewsReviewRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often the score was right, so far
         * @description From your own decisions. Null while there is none to tell from: few decisions make a rough figure.
         *
         *     Permission: `reviews:read`.
         */
        get: operations["getReviewsSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupon-pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is left of uploaded coupon codes
         * @description Permission: `coupons:read`.
         */
        get: operations["getCouponPools"];
        put?: never;
        /**
         * Upload coupon codes for a rule
         * @description For a rule whose coupon says "codes": "pool". Codes sent again change nothing; rewards that waited get theirs at once.
         *
         *     Permission: `coupons:write`.
         */
        post: operations["postCouponPools"];
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
         * @description Of two tills at once one wins; the other is told `used`. The same till with the same receipt is answered the same again.
         *
         *     Permission: `coupons:redeem`.
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
         * @description No is a 200 with its reason. A key that tries many codes that are no coupon's is stopped for a while.
         *
         *     Permission: `coupons:validate`.
         */
        post: operations["postCouponsValidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what may be had for points or credit
         * @description Permission: `catalogue:read`.
         */
        get: operations["getCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an item of the catalogue
         * @description Permission: `catalogue:read`.
         */
        get: operations["getCatalogueItem"];
        /**
         * Offer something for points or credit
         * @description Makes the item or changes all of it; its key names it. What was taken before keeps its price.
         *
         *     Permission: `catalogue:write`.
         */
        put: operations["putCatalogueItem"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was taken for points or credit
         * @description Permission: `redemptions:read`.
         */
        get: operations["getRedemptions"];
        put?: never;
        /**
         * Take something from the catalogue
         * @description Of any number at once exactly those succeed whom stock and balance allow. The others are told why not, with status 200.
         *
         *     Permission: `redemptions:write`.
         */
        post: operations["postRedemptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions/{redemption}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a redemption
         * @description Permission: `redemptions:read`.
         */
        get: operations["getRedemptionsRedemption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions/{redemption}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a redemption back
         * @description Gives points and stock back. Points that have ended meanwhile can be spent for 30 more days. Again changes nothing.
         *
         *     Permission: `redemptions:write`.
         */
        post: operations["postRedemptionsRedemptionCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The levels of all published programs, what they ask for and what they bring
         * @description Permission: `levels:read`.
         */
        get: operations["getLevels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gatherings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List gatherings
         * @description Permission: `gatherings:read`.
         */
        get: operations["getGatherings"];
        put?: never;
        /**
         * Plan a gathering
         * @description With so many seats, for everybody or for those who stand on a level.
         *
         *     Permission: `gatherings:write`.
         */
        post: operations["postGatherings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gatherings/{gathering}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a gathering, with who comes and who waits, in the order of joining
         * @description Permission: `gatherings:read`.
         */
        get: operations["getGatheringsGathering"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a gathering
         * @description Who waits moves up into seats that are added. Fewer seats send nobody away.
         *
         *     Permission: `gatherings:write`.
         */
        patch: operations["patchGatheringsGathering"];
        trace?: never;
    };
    "/v1/gatherings/{gathering}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a person a seat
         * @description Or a place on the waiting list when all are taken. Again answers the place that she has. Who may not come is told why, with 200.
         *
         *     Permission: `gatherings:write`.
         */
        post: operations["postGatheringsGatheringJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gatherings/{gathering}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a place up
         * @description The first who waits gets the seat. Again changes nothing.
         *
         *     Permission: `gatherings:write`.
         */
        post: operations["postGatheringsGatheringLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gatherings/{gathering}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call a gathering off
         * @description Everybody who had a seat or waited is told. Again changes nothing.
         *
         *     Permission: `gatherings:write`.
         */
        post: operations["postGatheringsGatheringCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/testimonials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List testimonials
         * @description Permission: `testimonials:read`.
         */
        get: operations["getTestimonials"];
        put?: never;
        /**
         * Take in what somebody says of you
         * @description It waits for a decision. Approved, it is an activity of its author's, for which programs may give points.
         *
         *     Permission: `testimonials:write`.
         */
        post: operations["postTestimonials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/testimonials/{testimonial}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a testimonial
         * @description Makes the activity that it is, once. Refused without the author's consent. Again changes nothing.
         *
         *     Permission: `testimonials:write`.
         */
        post: operations["postTestimonialsTestimonialApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/testimonials/{testimonial}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a testimonial
         * @description Nothing is given for it. Again changes nothing.
         *
         *     Permission: `testimonials:write`.
         */
        post: operations["postTestimonialsTestimonialRefuse"];
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
         * @description Where each wants her money is in it, opened: keep the file as you keep a bank's. Fill in `state` (settled or failed), `reference` and `error`, and send it to the results.
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
    "/v1/programs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See a definition that is not saved: findings, words of both sides, and what it costs
         * @description Any document is taken, also one that is half written: its findings say what is missing. The example lets a friend walk the program's path and spend an amount, by the rules that settle live events.
         *
         *     Permission: `programs:read`.
         */
        post: operations["postProgramsPreview"];
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
    "/v1/channel-spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What other channels cost, as it was entered
         * @description Permission: `reports:read`.
         */
        get: operations["getChannelSpend"];
        /**
         * Enter what other channels cost, beside which the program's cost is shown
         * @description One amount a channel, day and currency: what is there is replaced, so that the same may be sent again.
         *
         *     Permission: `reports:write`.
         */
        put: operations["putChannelSpend"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The funnel: asked, joined, shared, visited, came, signed up, bought, bought again
         * @description Advocates by the day they were asked or joined, friends by the day they came: each step is a part of the one before, and its share has an interval. So a period's figures still grow while its people go on.
         *
         *     Permission: `reports:read`.
         */
        get: operations["getReportsFunnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/incentives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By incentive: rewards granted, what they came to, which part was taken back
         * @description By rule unless asked otherwise. Who was offered what was not left to chance, so differences may have other causes.
         *
         *     Permission: `reports:read`.
         */
        get: operations["getReportsIncentives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money: revenue, reward cost, cost of a new customer beside other channels, margin and return
         * @description Each currency by itself: nothing is converted. Other channels are what was entered at PUT /v1/channel-spend. Rewards that are no money (points, months) are listed under their unit and are in no cost of a customer.
         *
         *     Permission: `reports:read`.
         */
        get: operations["getReportsMoney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rows behind a figure
         * @description What a counted metric counts in the days, the latest first. A report's figures say where theirs are.
         *
         *     Permission: `reports:read`.
         */
        get: operations["getReportsRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sources: visits, friends, customers and revenue by channel, country or kind of evidence
         * @description By channel unless asked otherwise: that of the link, else that of the click.
         *
         *     Permission: `reports:read`.
         */
        get: operations["getReportsSources"];
        put?: never;
        post?: never;
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
    "/v1/reports/pace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How each program goes this month: referrals, rewards, what they are worth
         * @description Permission: `programs:read`.
         */
        get: operations["getReportsPace"];
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
    "/hooks/{provider}/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a shop's webhook
         * @description For the provider, at the address that a source gives. Verified by the provider's own signature over the bytes as they came; answered when what it says is settled. What is not understood is answered too, and counted: an error would only be sent again.
         */
        post: operations["postHooksProviderSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List connected shops
         * @description Permission: `sources:read`.
         */
        get: operations["getSources"];
        put?: never;
        /**
         * Connect a shop
         * @description Give the secret that the provider signs its webhooks with, and give the provider the `url` of the answer. With a test key the source belongs to the sandbox and takes test orders too.
         *
         *     Permission: `sources:write`.
         */
        post: operations["postSources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a connected shop
         * @description Permission: `sources:read`.
         */
        get: operations["getSourcesSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{source}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse what a shop sends
         * @description Its webhooks are answered 410 from then on, within a second. What a customer's privacy asks for is still obeyed.
         *
         *     Permission: `sources:write`.
         */
        post: operations["postSourcesSourceDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{source}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take what a shop sends again
         * @description After it was disabled. What was refused meanwhile is not sent again by itself: have the provider resend it.
         *
         *     Permission: `sources:write`.
         */
        post: operations["postSourcesSourceEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{source}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a connected shop is doing
         * @description What came last, what was refused last and why, and what became of everything of the last 30 days.
         *
         *     Permission: `sources:read`.
         */
        get: operations["getSourcesSourceHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{source}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a shop's secret
         * @description The former secret stays good for `overlap_hours`, so that nothing is lost while the provider changes over.
         *
         *     Permission: `sources:write`.
         */
        post: operations["postSourcesSourceRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/request_log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calls that were refused or failed
         * @description The last thousand of a day, the newest first, a second or two after the answer. Bodies and what succeeded are not kept.
         *
         *     Permission: `keys:read`.
         */
        get: operations["getRequestLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server is well, and what waits in the workspace
         * @description Permission: `settings:read`.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
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
         * What time it is in the sandbox, and what is due next
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
    "/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How things stand, and what needs somebody
         * @description One answer for the first page: goals, this week against last, money, what waits, and what happened lately.
         *
         *     Permission: `settings:read`.
         */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List goals, with how they stand
         * @description Permission: `programs:read`.
         */
        get: operations["getGoals"];
        /**
         * Set a goal, or change it
         * @description One of the workspace and one of each program. The same metric goes on counting from where it began; another begins now.
         *
         *     Permission: `programs:write`.
         */
        put: operations["putGoals"];
        post?: never;
        /**
         * Remove a goal
         * @description Permission: `programs:write`.
         */
        delete: operations["deleteGoals"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find people, codes, orders and more by what was typed
         * @description A beginning of a name, a last name, an e-mail address or a user id; a code, an order's id, the id of a referral, reward, payout or event, a program's name. A POST, so that no name lands in a log. Of what the caller may see, the likeliest first.
         *
         *     Permission: `settings:read`.
         */
        post: operations["postSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear what changes, as it does
         * @description Server-sent events. `notice`: `{ kind, type, id, program, at }`, of which `kind` is what changed (event, referral, reward, payout, advocate, claim, application, program, budget, person ...) and `id` which; no personal data. A notice of the kind `event` says that events came, once for many. What is sent as `Last-Event-ID` is taken up again, for up to seven days. A comment comes every 15 seconds; after ten minutes the answer ends, and one asks again.
         *
         *     Permission: `events:read`.
         */
        get: operations["getStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rewards/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or refuse many rewards at once
         * @description Approve lets those through that wait for it; deny refuses pending ones. What cannot be decided is listed and stops nothing. With `dry_run` nothing changes: who would be concerned, and with how much.
         *
         *     Permission: `rewards:write`.
         */
        post: operations["postRewardsDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes of balances by hand, done and proposed
         * @description Permission: `adjustments:read`.
         */
        get: operations["getAdjustments"];
        put?: never;
        /**
         * Change a balance by hand, or propose it
         * @description Up to the workspace's limit (settings.adjustment_limits; 100 of a currency, 10,000 of other units where it says nothing) it is done at once. Above, it waits until a second operator approves it.
         *
         *     Permission: `adjustments:write`.
         */
        post: operations["postAdjustments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments/{adjustment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an adjustment
         * @description Permission: `adjustments:read`.
         */
        get: operations["getAdjustmentsAdjustment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments/{adjustment}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a colleague's adjustment, which does it
         * @description Only for operators who are signed in, and never for whoever proposed it (`second_person_needed`).
         *
         *     Permission: `adjustments:approve`.
         */
        post: operations["postAdjustmentsAdjustmentApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adjustments/{adjustment}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a proposed adjustment, or withdraw your own
         * @description Permission: `adjustments:write`.
         */
        post: operations["postAdjustmentsAdjustmentRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify the books now
         * @description Begins the proofs of `grapevine verify` in the background and answers at once; read the proof to see how far it is.
         *
         *     Permission: `ledger:write`.
         */
        post: operations["postLedgerVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When the books were verified, and what was found
         * @description Permission: `ledger:read`.
         */
        get: operations["getLedgerProofs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/proofs/{proof}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a verification is, or what it found
         * @description Permission: `ledger:read`.
         */
        get: operations["getLedgerProofsProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{batch}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The payouts of a batch, page by page
         * @description Permission: `payouts:read`.
         */
        get: operations["getPayoutsBatchItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came into a person's balances and left them, in a span of time
         * @description Permission: `ledger:read`.
         */
        get: operations["getPeoplePersonStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/reward-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long rewards take from the conversion to available and paid, and which came later than promised
         * @description Permission: `reports:read`.
         */
        get: operations["getReportsRewardTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/liability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is owed, by unit and by age
         * @description Permission: `reports:read`.
         */
        get: operations["getReportsLiability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How fast each budget is spent, and until when it lasts
         * @description Permission: `reports:read`.
         */
        get: operations["getReportsBudgets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let many referrals through, or refuse them
         * @description Each as by itself. One that was decided otherwise, or is not there, is listed and stops nothing.
         *
         *     Permission: `reviews:write`.
         */
        post: operations["postReviewsDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/policy-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What another risk policy would have made of the past
         * @description Referrals scored in that time are judged again from what was read then. What a policy makes Grapevine read (the span of `velocity`, `coupon_sites`) cannot be read again and stays as it was. Nothing changes.
         *
         *     Permission: `reviews:read`.
         */
        post: operations["postReviewsPolicyPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description Permission: `webhooks:read`.
         */
        get: operations["getWebhooks"];
        put?: never;
        /**
         * Make a webhook endpoint
         * @description It is told of what happens from now on, signed as Standard Webhooks 1.0.0 says. The secret is in this answer and nowhere else. Only addresses on the public internet, ports 443 and 80, unless the installation allows others.
         *
         *     Permission: `webhooks:write`.
         */
        post: operations["postWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook endpoint
         * @description Permission: `webhooks:read`.
         */
        get: operations["getWebhooksWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description Its deliveries go with it.
         *
         *     Permission: `webhooks:write`.
         */
        delete: operations["deleteWebhooksWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook endpoint
         * @description What is left out stays as it is. What waits to be tried again goes to the new address.
         *
         *     Permission: `webhooks:write`.
         */
        patch: operations["patchWebhooksWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{webhook}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook endpoint a new secret
         * @description Until the overlap ends everything is signed with both, so that the receiver can change over in between.
         *
         *     Permission: `webhooks:write`.
         */
        post: operations["postWebhooksWebhookRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn a webhook endpoint on
         * @description It is told of what happens from now on. What was given up meanwhile can be sent again.
         *
         *     Permission: `webhooks:write`.
         */
        post: operations["postWebhooksWebhookEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn a webhook endpoint off
         * @description What waits for it becomes dead letters, which can be sent again when it is on.
         *
         *     Permission: `webhooks:write`.
         */
        post: operations["postWebhooksWebhookDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * @description Of type `webhook.test`, signed and tried like any other. Ask for the delivery to see what came of it.
         *
         *     Permission: `webhooks:write`.
         */
        post: operations["postWebhooksWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was sent to a webhook endpoint, and what waits or was given up
         * @description Permission: `webhooks:read`.
         */
        get: operations["getWebhooksWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send everything again that a webhook endpoint did not get
         * @description All dead letters of the endpoint, each once.
         *
         *     Permission: `webhooks:write`.
         */
        post: operations["postWebhooksWebhookResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a delivery: what is sent, and every try
         * @description Of what a receiver answers only the status is kept.
         *
         *     Permission: `webhooks:read`.
         */
        get: operations["getWebhooksDeliveriesDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/deliveries/{delivery}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again
         * @description Whatever became of it: with the same `webhook-id` and body, and all its tries.
         *
         *     Permission: `webhooks:write`.
         */
        post: operations["postWebhooksDeliveriesDeliveryResend"];
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
    "/v1/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List mails that were sent, wait, or were not sent
         * @description One a message, the latest due first. What was sent is kept for 30 days.
         *
         *     Permission: `messages:read`.
         */
        get: operations["getMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mail/bounces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which mails came back
         * @description For what a mail provider tells later than its server answers. A hard bounce puts the address on the list of those that are not written to; a complaint stops everything that is not essential; a soft one is only written down. Send a batch twice if in doubt.
         *
         *     Permission: `people:write`.
         */
        post: operations["postMailBounces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mail/{mail}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a mail with its content and every try
         * @description Permission: `messages:read`.
         */
        get: operations["getMailMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/mail-domain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the domain that mails are from
         * @description Asks the DNS now for SPF, DKIM (under the settings' mail.dkim_selector) and DMARC. `domain` is null where no sender is set.
         *
         *     Permission: `settings:read`.
         */
        get: operations["getSettingsMailDomain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/friend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a friend a mail on an advocate's behalf
         * @description Only where the settings allow it (mail.invitations): in many countries a business may not. One mail an address and program, ever, in the advocate's name, with her link, the disclosure and a way out. The answer is the same whether a mail goes out or not.
         *
         *     Permission: `people:write`.
         */
        post: operations["postInvitationsFriend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List everything a person agreed to or took back
         * @description Permission: `people:read`.
         */
        get: operations["getPeoplePersonConsents"];
        put?: never;
        /**
         * Record that a person agreed to something, or took it back
         * @description Kept as proof: who, what for, by which way, in which words, through which door, when. Nothing is changed later; the newest counts.
         *
         *     Permission: `people:write`.
         */
        post: operations["postPeoplePersonConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a person may be contacted, and which terms she accepted
         * @description The newest word on each purpose and channel, what keeps her from being contacted, and her standing to each program's terms.
         *
         *     Permission: `people:read`.
         */
        get: operations["getPeoplePersonContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The terms of a program, each in every language
         * @description Newest first. `current` is the number in force.
         *
         *     Permission: `programs:read`.
         */
        get: operations["getProgramsProgramTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/terms/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a person accepted a program's terms
         * @description Of the terms in force, or of those she was shown. When the terms change, her state becomes `terms_outdated` and a message is due.
         *
         *     Permission: `people:write`.
         */
        post: operations["postProgramsProgramTermsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who is not to be contacted
         * @description Permission: `people:read`.
         */
        get: operations["getSuppressions"];
        put?: never;
        /**
         * Do not contact somebody any more
         * @description A person or an address. Messages about what she did or is owed still become due; everything else is dropped. An address is kept so that nobody can read it, and stays when the person is erased.
         *
         *     Permission: `people:write`.
         */
        post: operations["postSuppressions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions/{suppression}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody may be contacted again
         * @description Permission: `people:write`.
         */
        post: operations["postSuppressionsSuppressionLift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * May this person or address be contacted by a channel?
         * @description By POST, so that no address lands in a log.
         *
         *     Permission: `people:read`.
         */
        post: operations["postSuppressionsCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List announcements and asks
         * @description Permission: `messages:read`.
         */
        get: operations["getAnnouncements"];
        put?: never;
        /**
         * Write an announcement or an ask
         * @description A draft: nobody gets it before it is scheduled. With `moment` it goes to whoever has just had that, as long as it runs.
         *
         *     Permission: `messages:write`.
         */
        post: operations["postAnnouncements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/announcements/{announcement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an announcement
         * @description Permission: `messages:read`.
         */
        get: operations["getAnnouncementsAnnouncement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an announcement
         * @description What went out stays as it was; an ask that runs changes from its next moment on.
         *
         *     Permission: `messages:write`.
         */
        patch: operations["patchAnnouncementsAnnouncement"];
        trace?: never;
    };
    "/v1/announcements/{announcement}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See an announcement as somebody would get it
         * @description Permission: `messages:read`.
         */
        post: operations["postAnnouncementsAnnouncementPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/announcements/{announcement}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an announcement to one address, as a test
         * @description Marked as a test in its subject, and counted for nobody.
         *
         *     Permission: `messages:write`.
         */
        post: operations["postAnnouncementsAnnouncementTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/announcements/{announcement}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an announcement, now or at an instant
         * @description An ask begins to run then: moments before it are left alone.
         *
         *     Permission: `messages:write`.
         */
        post: operations["postAnnouncementsAnnouncementSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/announcements/{announcement}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an announcement
         * @description Nobody else is asked, and mails that still wait are not sent.
         *
         *     Permission: `messages:write`.
         */
        post: operations["postAnnouncementsAnnouncementCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/announcements/{announcement}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came of an announcement
         * @description What came of it is looked up for the first 20,000 who were asked; an audience is counted to 10,000.
         *
         *     Permission: `messages:read`.
         */
        get: operations["getAnnouncementsAnnouncementReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/announcements/{announcement}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who was asked, who waits, and who was not asked and why
         * @description Permission: `messages:read`.
         */
        get: operations["getAnnouncementsAnnouncementPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experiments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List experiments
         * @description Permission: `programs:read`.
         */
        get: operations["getExperiments"];
        put?: never;
        /**
         * Plan an experiment
         * @description Kept as a draft. Each arm but the first is a JSON merge patch on the live definition; `{"rewards": null}` is a hold-out.
         *
         *     Permission: `programs:write`.
         */
        post: operations["postExperiments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experiments/{experiment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an experiment
         * @description Permission: `programs:read`.
         */
        get: operations["getExperimentsExperiment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experiments/{experiment}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many advocates it needs, and how long that takes
         * @description From what was counted in the last 28 days: baseline, sample an arm, duration, power by simulation.
         *
         *     Permission: `programs:read`.
         */
        get: operations["getExperimentsExperimentPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experiments/{experiment}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start an experiment
         * @description Publishes a version for each arm. From now on advocates are dealt by a hash, and friends come under their advocate's arm.
         *
         *     Permission: `programs:publish`.
         */
        post: operations["postExperimentsExperimentStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experiments/{experiment}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an experiment
         * @description Who was promised an offer keeps it; later friends come under the program as it is. A draft is thrown away.
         *
         *     Permission: `programs:publish`.
         */
        post: operations["postExperimentsExperimentStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experiments/{experiment}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an experiment says so far, and what to do
         * @description One row an advocate. The sample ratio comes first: when it is broken, no effect is shown. A figure that cannot be had says why.
         *
         *     Permission: `programs:read`.
         */
        get: operations["getExperimentsExperimentResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Play a program forward
         * @description Many seeded futures from the program's own weeks, from stated assumptions, or from both: quantiles a week, budget, break-even reward, what it depends on, and what it would have said before (hindcast). The same seed gives the same answer. Nothing is written.
         *
         *     Permission: `programs:read`.
         */
        post: operations["postProgramsProgramForecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a code offers to a friend
         * @description In the reader's words, for a banner in the shop. A code that is unknown, disabled or of a program that is not live is 404, at the same time for every reason; who tries many is stopped for a while.
         *
         *     Permission: `links:read`. Publishable keys may call it.
         */
        get: operations["getOffersCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/shown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a person shows of herself to those she recommends to
         * @description Permission: `people:read`.
         */
        get: operations["getPeoplePersonShown"];
        /**
         * Choose what a person shows of herself
         * @description Her name and picture on landing pages, as she chose them. Without a choice a friend reads that somebody recommends.
         *
         *     Permission: `people:write`.
         */
        put: operations["putPeoplePersonShown"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/landing/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draw the landing page of a draft
         * @description The definition given, or the draft, else what is live, as HTML with a made-up recommender. Nothing is counted.
         *
         *     Permission: `programs:read`.
         */
        post: operations["postProgramsProgramLandingPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domains/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * May a certificate be made for this name?
         * @description For a proxy that makes certificates on demand (Caddy's `ask`): 200 for a verified domain, 404 for any other.
         */
        get: operations["getDomainsAsk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the workspace's own domains
         * @description Permission: `settings:read`.
         */
        get: operations["getDomains"];
        put?: never;
        /**
         * Add a domain for links and pages
         * @description It counts once its DNS holds the record that is answered here and POST /v1/domains/{domain}/verify has seen it.
         *
         *     Permission: `settings:write`.
         */
        post: operations["postDomains"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domains/{domain}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a domain's DNS
         * @description 409 says which record is missing.
         *
         *     Permission: `settings:write`.
         */
        post: operations["postDomainsDomainVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domains/{domain}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a domain
         * @description Links and pages are not answered under it any more, from now on.
         *
         *     Permission: `settings:write`.
         */
        delete: operations["deleteDomainsDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find people, with what is known of them at a glance
         * @description All that is given must hold. `text` is a beginning of a name, a last name, an e-mail address or your own id, or a whole `per_...`; it finds at most 500. A POST, so that no name lands in a log.
         *
         *     Permission: `people:read`.
         */
        post: operations["postPeopleFind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How likely a person is to recommend, and why
         * @description Made as of now from her orders, activities, answers and friends. Each part has its weight and what it was made of.
         *
         *     Permission: `people:read`.
         */
        get: operations["getPeoplePersonScore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List segments
         * @description Permission: `people:read`.
         */
        get: operations["getSegments"];
        put?: never;
        /**
         * Make a segment
         * @description A condition over people with a name. Who is in it is looked up whenever it is asked.
         *
         *     Permission: `people:write`.
         */
        post: operations["postSegments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How many people meet a filter, and some of them
         * @description Counted one by one to 10,000, beyond that about so many. Nothing is kept.
         *
         *     Permission: `people:read`.
         */
        post: operations["postSegmentsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{segment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a segment, with how many people are in it
         * @description Permission: `people:read`.
         */
        get: operations["getSegmentsSegment"];
        put?: never;
        post?: never;
        /**
         * Delete a segment
         * @description The people in it stay as they are.
         *
         *     Permission: `people:write`.
         */
        delete: operations["deleteSegmentsSegment"];
        options?: never;
        head?: never;
        /**
         * Change a segment
         * @description Permission: `people:write`.
         */
        patch: operations["patchSegmentsSegment"];
        trace?: never;
    };
    "/v1/segments/{segment}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the people of a segment
         * @description Permission: `people:read`.
         */
        get: operations["getSegmentsSegmentPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How the beginning of a table would be understood
         * @description Without a mapping, one is guessed from the columns' names and the first rows. Nothing is kept and nothing is imported.
         *
         *     Permission: `imports:write`.
         */
        post: operations["postImportsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{import}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a piece of a table
         * @description Whole rows of the piece become events, at most 2,000 at once; `used` says where the next piece begins. Every row is answered for. The same piece again changes nothing, because the events' ids are made of the rows.
         *
         *     Permission: `imports:write`.
         */
        post: operations["postImportsImportRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/source-audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was counted of sources
         * @description Permission: `people:read`.
         */
        get: operations["getSourceAudits"];
        put?: never;
        /**
         * Count where customers came from, and keep it
         * @description From answers (survey_response events with the name `source`, the answer as their subject), from orders (their context's channel), or from counts of yours. Each share has its 95 % interval.
         *
         *     Permission: `people:write`.
         */
        post: operations["postSourceAudits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/source-audits/{audit}/baseline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Measure programs against this audit
         * @description Permission: `people:write`.
         */
        post: operations["postSourceAuditsAuditBaseline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/source-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List groups of people who could be asked
         * @description Permission: `people:read`.
         */
        get: operations["getSourceGroups"];
        put?: never;
        /**
         * Name a group of people who could be asked
         * @description Permission: `people:write`.
         */
        post: operations["postSourceGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/source-groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a group of people who could be asked
         * @description Permission: `people:write`.
         */
        put: operations["putSourceGroupsGroup"];
        post?: never;
        /**
         * Delete a group of people who could be asked
         * @description Plans that were made from it stay.
         *
         *     Permission: `people:write`.
         */
        delete: operations["deleteSourceGroupsGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List plans to ask people, with what came of them
         * @description Permission: `people:read`.
         */
        get: operations["getOutreach"];
        put?: never;
        /**
         * Plan whom to ask, and when
         * @description The calendar is made at once: notes of one's own to the likeliest, mails to those who agreed to them. Who takes part already, or is in another plan that goes on, is left out.
         *
         *     Permission: `people:write`.
         */
        post: operations["postOutreach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a plan to ask people, with what came of it
         * @description Permission: `people:read`.
         */
        get: operations["getOutreachPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/{plan}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The calendar of a plan, in its order
         * @description Permission: `people:read`.
         */
        get: operations["getOutreachPlanSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/{plan}/steps/{nth}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that somebody was asked, or is left out
         * @description Permission: `people:write`.
         */
        put: operations["putOutreachPlanStepsNth"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outreach/{plan}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a plan to ask people
         * @description What was asked stays; the people in it may be asked by another plan. Again changes nothing.
         *
         *     Permission: `people:write`.
         */
        post: operations["postOutreachPlanEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List help articles
         * @description All of them at once (500 at most), by language, in the order in which they are shown.
         *
         *     Permission: `programs:read`.
         */
        get: operations["getArticles"];
        put?: never;
        /**
         * Write a help article
         * @description Shown under Learn in the portal once it is published.
         *
         *     Permission: `programs:write`.
         */
        post: operations["postArticles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{article}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a help article
         * @description Permission: `programs:write`.
         */
        delete: operations["deleteArticlesArticle"];
        options?: never;
        head?: never;
        /**
         * Change a help article
         * @description What is left out stays as it is.
         *
         *     Permission: `programs:write`.
         */
        patch: operations["patchArticlesArticle"];
        trace?: never;
    };
    "/v1/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the texts that people read, with your own
         * @description Every text of a section, or of all, in one language: ICU messages. All at once; there are about 1,500.
         *
         *     Permission: `settings:read`.
         */
        get: operations["getTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/texts/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say a text in your own words
         * @description An ICU message with the values that ours has. Only this text changes, whoever changes others meanwhile.
         *
         *     Permission: `settings:write`.
         */
        put: operations["putTextsKey"];
        post?: never;
        /**
         * Go back to our text
         * @description Permission: `settings:write`.
         */
        delete: operations["deleteTextsKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/brand/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Work out a brand's colours, and whether they can be read
         * @description Each text with its ground as pages, portal and mails will show them, and which were moved until they could be read.
         *
         *     Permission: `settings:read`.
         */
        post: operations["postBrandPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mail/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List every kind of mail: when it is sent, and to whom
         * @description Permission: `messages:read`.
         */
        get: operations["getMailKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mail/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draw a mail of a kind, with made-up values
         * @description In the workspace's brand and words, or in those given here. Nothing is sent or kept.
         *
         *     Permission: `messages:read`.
         */
        post: operations["postMailPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mail/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a sample of a mail to yourself
         * @description With made-up values, marked as a test, to the address of the operator who asks, or to operator_email of the settings. Never to anybody else. GET /v1/mail/{mail} says what became of it.
         *
         *     Permission: `messages:write`.
         */
        post: operations["postMailTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/share/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the share texts of a draft as an advocate gets them
         * @description The definition given, or the draft, else what is live: every channel's text with a made-up link, the disclosure in it.
         *
         *     Permission: `programs:read`.
         */
        post: operations["postProgramsProgramSharePreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/terms/accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many accepted which terms of a program
         * @description Counted up to 10000 each; `more` says that there are more.
         *
         *     Permission: `programs:read`.
         */
        get: operations["getProgramsProgramTermsAccepted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail to sign in with
         * @description A link and a six-digit code, good for 10 minutes in the browser that asked (it gets a cookie). The answer is the same whether the address is anybody's or not. Three mails in 15 minutes and address. Only from pages of this server.
         */
        post: operations["postPortalSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the code of a mail
         * @description In the browser that asked for it. Five tries, then the code is dead. Sets the session's cookie.
         */
        post: operations["postPortalSignInCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a person out
         * @description Here, or with `everywhere` on every device. A token that a business's server signed is good until it expires.
         */
        post: operations["postPortalSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a program as a person does for herself
         * @description At once, or by applying with answers to the program's own form, or where she was invited. She accepts the terms by their number. Who is a member already, or has applied, is told so. With a key, for the person that is named; an invitation is not asked for then.
         *
         *     Permission: `advocates:write`.
         */
        post: operations["postPortalJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a person wants to be told of things
         * @description Permission: `people:read`.
         */
        get: operations["getPortalPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how a person wants to be told of things
         * @description What is left out stays as it is. What is essential (money, a decision about her) is told whatever she chose.
         *
         *     Permission: `people:write`.
         */
        patch: operations["patchPortalPreferences"];
        trace?: never;
    };
    "/v1/portal/payout-details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a person wants her money, as far as it is shown again
         * @description Permission: `people:read`.
         */
        get: operations["getPortalPayoutDetails"];
        /**
         * Say where a person wants her money
         * @description Kept sealed, shown again as a hint, opened only in a payout batch's file. `pay_to` null forgets it.
         *
         *     Permission: `people:write`.
         */
        put: operations["putPortalPayoutDetails"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/help": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask those who run the program
         * @description They read it with the page that she was on, and answer it; she is told by mail.
         *
         *     Permission: `people:write`.
         */
        post: operations["postPortalHelp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/ask/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the question how easy it was away
         * @description She is not asked after this moment again. Who answers sends POST /v1/portal/help with a score.
         *
         *     Permission: `people:write`.
         */
        post: operations["postPortalAskDismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/notices/{announcement}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an announcement away on somebody's own side
         * @description It is not shown to her again, on no device. `followed` counts her as one who followed its button.
         *
         *     Permission: `people:write`.
         */
        post: operations["postPortalNoticesAnnouncementDismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/name-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say who recommended the program, by name
         * @description It counts where the program accepts names as evidence. The answer is always the same: it tells nobody who is a customer.
         *
         *     Permission: `events:write`.
         */
        post: operations["postPortalNameClaims"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List applications, with what was answered
         * @description Permission: `advocates:read`.
         */
        get: operations["getProgramsProgramApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations to programs
         * @description Permission: `advocates:read`.
         */
        get: operations["getInvitations"];
        put?: never;
        /**
         * Invite people to a program
         * @description Each gets a mail with a link of her own, good for 14 days, which signs her in. Inviting an address again sends another, three times at most. `left` says which addresses got none: those that are no address, do not want to be written to, or had it often enough.
         *
         *     Permission: `advocates:write`.
         */
        post: operations["postInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description Its link is worth nothing then. Who has joined stays.
         *
         *     Permission: `advocates:write`.
         */
        delete: operations["deleteInvitationsInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List portal keys
         * @description Permission: `portal:read`.
         */
        get: operations["getPortalKeys"];
        put?: never;
        /**
         * Make a portal key
         * @description Your server signs tokens with it (HS256), so that whoever is signed in with you is signed in to her own side too. The secret is in this answer and nowhere else. With a test key it is one of the sandbox.
         *
         *     Permission: `portal:write`.
         */
        post: operations["postPortalKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal-keys/{portal_key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a portal key
         * @description Tokens signed with it are refused within a second on every process.
         *
         *     Permission: `portal:write`.
         */
        delete: operations["deletePortalKeysPortalKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a token that lets a person in to her own side
         * @description For a server that would rather ask than sign. Signed with the workspace's newest portal key. Whoever has the token is that person: give it to nobody but the page that she is signed in to.
         *
         *     Permission: `portal:write`.
         */
        post: operations["postPortalTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The provider that staff and partners sign in by
         * @description Permission: `settings:read`.
         */
        get: operations["getPortalProvider"];
        /**
         * Let staff and partners sign in by your own provider
         * @description OpenID Connect: authorization code with PKCE. A person's `sub` there is her user id here; her address counts where the provider says that it is verified. The secret is kept sealed and never shown.
         *
         *     Permission: `settings:write`.
         */
        put: operations["putPortalProvider"];
        post?: never;
        /**
         * Take the provider away
         * @description Sessions that began by it go on; they end like others.
         *
         *     Permission: `settings:write`.
         */
        delete: operations["deletePortalProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A program as an advocate sees it: how it works, her link, what she has
         * @description For a member her own part is in it. A publishable key, or nobody with `workspace`, sees what is public: the program in words, the brand, the texts. Everything that is said follows from the program's rules, in the language that is asked for.
         *
         *     Publishable keys may call it.
         */
        get: operations["getPortal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom a member brought
         * @description Newest first, each with its stages, its state and why, and what it earned. A friend is known by the day, or by the name she gave.
         *
         *     Permission: `portal:read`.
         */
        get: operations["getPortalReferrals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a member has earned
         * @description Newest first, each with its state in the same eight words as everywhere, and why.
         *
         *     Permission: `portal:read`.
         */
        get: operations["getPortalRewards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/items/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A kind's own list: claims, deals, vacancies, leads, requests, cases...
         * @description All have one shape: what it is, its state and why, until when, and `acts`: what the person may do with it now, by which endpoint of this API. What is asked for stands in `fields`.
         *
         *     Permission: `portal:read`.
         */
        get: operations["getPortalItemsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a member stands: level, badges, ranking, contests
         * @description Permission: `portal:read`.
         */
        get: operations["getPortalStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal/learn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How to recommend well: guidelines, the brand kit, the disclosure
         * @description Permission: `portal:read`.
         */
        get: operations["getPortalLearn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/help": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List questions from people's own side
         * @description Permission: `people:read`.
         */
        get: operations["getHelp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/help/{help}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a question from somebody's own side
         * @description Permission: `people:read`.
         */
        get: operations["getHelpHelp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Say how a question stands, and who looks after it
         * @description A question is `open`, `waiting` (for her, or for somebody else), `answered` or `closed`; feedback is `new`, `planned` or `done`. The person is not told: an answer tells her.
         *
         *     Permission: `people:write`.
         */
        patch: operations["patchHelpHelp"];
        trace?: never;
    };
    "/v1/help/{help}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a question
         * @description She is told by mail. Another answer takes the place of the first.
         *
         *     Permission: `people:write`.
         */
        post: operations["postHelpHelpAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feedback/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How easy people find it, by month
         * @description Of those who said so, with the versions of programs that were published meanwhile. A month in which nobody answered is left out.
         *
         *     Permission: `people:read`.
         */
        get: operations["getFeedbackScores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/canned-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List answers that are kept for reuse
         * @description Permission: `people:read`.
         */
        get: operations["getCannedAnswers"];
        put?: never;
        /**
         * Keep an answer for reuse
         * @description `{name}`, `{program}` and `{workspace}` stand for what they say; the console fills them in.
         *
         *     Permission: `people:write`.
         */
        post: operations["postCannedAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/canned-answers/{canned_answer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Keep an answer no longer
         * @description Permission: `people:write`.
         */
        delete: operations["deleteCannedAnswersCannedAnswer"];
        options?: never;
        head?: never;
        /**
         * Change a kept answer
         * @description Permission: `people:write`.
         */
        patch: operations["patchCannedAnswersCannedAnswer"];
        trace?: never;
    };
    "/v1/people/{person}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What operators wrote down about a person
         * @description Newest first. The person does not see them on her own side; they are in her export, and go when she is erased.
         *
         *     Permission: `people:read`.
         */
        get: operations["getPeoplePersonNotes"];
        put?: never;
        /**
         * Write something down about a person
         * @description Permission: `people:write`.
         */
        post: operations["postPeoplePersonNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/notes/{note}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take one's own note away
         * @description A note of somebody else is a 409.
         *
         *     Permission: `people:write`.
         */
        delete: operations["deletePeoplePersonNotesNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/thanks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Thank somebody by mail, in words of your own
         * @description It leaves after half a minute and can be called back until then. The words are kept as a note about her. Who is not to be written to does not get it: GET /v1/mail says why.
         *
         *     Permission: `people:write`.
         */
        post: operations["postPeoplePersonThanks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/thanks/{note}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Call a letter of thanks back, with its note
         * @description Before it leaves: once it is on its way it is a 409.
         *
         *     Permission: `people:write`.
         */
        delete: operations["deletePeoplePersonThanksNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{person}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a person, why, and what she may be told
         * @description Her latest events with their decisions and her latest rewards, in one order, and a text for each program she has a part in.
         *
         *     Permission: `people:read`.
         */
        get: operations["getPeoplePersonStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/referrals/{referral}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a referral, why, and what both may be told
         * @description Evidence, events with their decisions, rewards, review and what was done by hand, in one order; and a text for the advocate and one for the friend, each in her own language and about nobody else.
         *
         *     Permission: `referrals:read`.
         */
        get: operations["getReferralsReferralStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mail/{mail}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a mail again
         * @description As a new mail with what it says as things are now, to the address that is hers now. One that has not been sent yet, and one that let somebody in, is a 409: the person asks for a new one herself.
         *
         *     Permission: `messages:write`.
         */
        post: operations["postMailMailResend"];
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
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is asking, and what she may do here
         * @description Permission: `settings:read`.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who works in this workspace
         * @description All of them at once, the first one first. A sandbox has none of its own: whoever works in its workspace may use it.
         *
         *     Permission: `operators:read`.
         */
        get: operations["getOperators"];
        put?: never;
        /**
         * Make an account for an operator
         * @description With a password that she changes after signing in. Better invite people (POST /v1/operator-invitations): then nobody else knows it. The first account is made here, by whoever came with the link that the start printed.
         *
         *     Permission: `operators:write`.
         */
        post: operations["postOperators"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operators/{operator}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an operator
         * @description Her account stays, for other workspaces; what she did stays in the audit log. The last owner cannot be removed.
         *
         *     Permission: `operators:write`.
         */
        delete: operations["deleteOperatorsOperator"];
        options?: never;
        head?: never;
        /**
         * Change what an operator may do
         * @description Another role, or disabled: she is out at once and may come back. The last owner stays one.
         *
         *     Permission: `operators:write`.
         */
        patch: operations["patchOperatorsOperator"];
        trace?: never;
    };
    "/v1/operator-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is invited to work in this workspace
         * @description Those that can still be accepted.
         *
         *     Permission: `operators:read`.
         */
        get: operations["getOperatorInvitations"];
        put?: never;
        /**
         * Invite somebody to work in this workspace
         * @description By a mail whose link is good for 7 days and works once. An earlier invitation of the same address is over.
         *
         *     Permission: `operators:write`.
         */
        post: operations["postOperatorInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator-invitations/{operator_invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation
         * @description Permission: `operators:write`.
         */
        delete: operations["deleteOperatorInvitationsOperatorInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where I am signed in
         * @description An account's own sessions. None for a key, and for whoever came by the link that the start printed.
         *
         *     Permission: `settings:read`.
         */
        get: operations["getSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session of mine
         * @description `others` ends all but this one.
         *
         *     Permission: `settings:read`.
         */
        delete: operations["deleteSessionsSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a further workspace
         * @description With its sandbox and first keys, which are in this answer and nowhere else. Whoever asks becomes its owner; so it is asked with an operator's session and not with a key.
         *
         *     Permission: `workspaces:write`.
         */
        post: operations["postWorkspaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contests
         * @description The newest 200, without who was drawn.
         *
         *     Permission: `contests:read`.
         */
        get: operations["getContests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contests/{contest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a contest
         * @description With what anybody needs to do its draw again. `person` adds her entries and her pseudonym in the list.
         *
         *     Permission: `contests:read`.
         */
        get: operations["getContestsContest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contests/{contest}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The published list of entries
         * @description A line a participant: pseudonym, blank, entries. Its SHA-256 is `draw.entries_hash` of the contest. `examples/verify-draw` checks a draw.
         *
         *     Permission: `contests:read`.
         */
        get: operations["getContestsContestEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contests/{contest}/free-entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a contest without buying or recommending
         * @description The person joins the program if she has not. How many entries it gives, and how often, is what the program's rules say.
         *
         *     Permission: `contests:write`.
         */
        post: operations["postContestsContestFreeEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contests/{contest}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Freeze a contest that has ended
         * @description Before its time to be frozen by itself. The list of entries and its hash are there from then on. The same again changes nothing.
         *
         *     Permission: `contests:write`.
         */
        post: operations["postContestsContestFreeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contests/{contest}/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draw a frozen contest
         * @description Opens the seed, picks winners and alternates and tells them. Drawing again changes nothing.
         *
         *     Permission: `contests:write`.
         */
        post: operations["postContestsContestDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contests/{contest}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or decline a prize
         * @description For a winner, within her time. Accepting makes the prize a fact that the program's rules pay; declining asks the next alternate.
         *
         *     Permission: `contests:write`.
         */
        post: operations["postContestsContestAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{program}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A program's ranking
         * @description Equal values share a rank (1, 2, 2, 4). Ranks are frozen when the period is over; what was corrected since stands beside them as `now`. Who does not want to be shown is left out, and keeps her rank.
         *
         *     Permission: `advocates:read`.
         */
        get: operations["getLeaderboardsProgram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leaderboards/{program}/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hide a person in a program's rankings, or show her
         * @description Permission: `advocates:write`.
         */
        put: operations["putLeaderboardsProgramPeoplePerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List shares
         * @description Permission: `shares:read`.
         */
        get: operations["getShares"];
        put?: never;
        /**
         * Record a share on a network
         * @description Gives it a link of its own. It counts when enough different visitors who are no robots came through that link.
         *
         *     Permission: `shares:write`.
         */
        post: operations["postShares"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shares/{share}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a share
         * @description Permission: `shares:read`.
         */
        get: operations["getSharesShare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/advocates/{person}/share-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Texts that an advocate can send
         * @description Each with her link and with what she gets for it: both are always there.
         *
         *     Permission: `advocates:read`.
         */
        get: operations["getAdvocatesPersonShareTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/advocates/{person}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an influencer's own page shows
         * @description Her name, picture and code, and what she gets: the disclosure belongs where nobody misses it.
         *
         *     Permission: `advocates:read`.
         */
        get: operations["getAdvocatesPersonPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/advocates/{person}/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an advocate's codes brought
         * @description By code, over the last 90 days unless `from` and `to` say otherwise.
         *
         *     Permission: `advocates:read`.
         */
        get: operations["getAdvocatesPersonPerformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/content-kit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What influencers are given to work with
         * @description The brief, the pictures and texts of the live program's section content_kit, and the disclosure that belongs with them.
         *
         *     Permission: `programs:read`.
         */
        get: operations["getProgramsProgramContentKit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliverables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliverables
         * @description Permission: `deliverables:read`.
         */
        get: operations["getDeliverables"];
        put?: never;
        /**
         * Hand in what was made, by its address
         * @description The same address again answers the same. An address that somebody else has handed in is refused.
         *
         *     Permission: `deliverables:write`.
         */
        post: operations["postDeliverables"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliverables/{deliverable}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a deliverable
         * @description Permission: `deliverables:read`.
         */
        get: operations["getDeliverablesDeliverable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliverables/{deliverable}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a deliverable
         * @description It becomes an activity `deliverable` that the program's rules pay. Whoever approves says that it tells readers of the pay.
         *
         *     Permission: `deliverables:write`.
         */
        post: operations["postDeliverablesDeliverableApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliverables/{deliverable}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a deliverable back
         * @description Permission: `deliverables:write`.
         */
        post: operations["postDeliverablesDeliverableRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the cases that one is on
         * @description Reading leaves a row in the audit log.
         *
         *     Permission: `cases:read`.
         */
        get: operations["getCases"];
        put?: never;
        /**
         * Open a case
         * @description In the first stage of a program with a `case` section. Only the people on a case can read it: its owner, coordinator, who opened it and who is named. A key that opens it without `acting_as` is on it by itself.
         *
         *     Permission: `cases:write`.
         */
        post: operations["postCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a case
         * @description With its people, steps and words. 404 for who is not on it. Every read leaves a row in the audit log.
         *
         *     Permission: `cases:read`.
         */
        get: operations["getCasesCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a case to another stage
         * @description The next stage needs no reason. Leaving stages out or going back does.
         *
         *     Permission: `cases:write`.
         */
        post: operations["postCasesCaseMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a note on a case
         * @description Permission: `cases:write`.
         */
        post: operations["postCasesCaseNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a case
         * @description Before the last stage this leaves stages out and needs a reason.
         *
         *     Permission: `cases:write`.
         */
        post: operations["postCasesCaseClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a case to another owner or coordinator
         * @description Who had it stays on the case as a member.
         *
         *     Permission: `cases:write`.
         */
        post: operations["postCasesCaseReassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer a case to the nearest places with room
         * @description They are asked one after the other, each for the time that the program gives. The coordinates are not kept.
         *
         *     Permission: `cases:write`.
         */
        post: operations["postCasesCaseOffers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put somebody on a case, or take her off it
         * @description Give a person or an operator's key. Owner and coordinator are replaced, not taken off. Who takes herself off gets no answer but 204.
         *
         *     Permission: `cases:write`.
         */
        post: operations["postCasesCasePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case_offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the places of a person are asked, and what they have accepted
         * @description Without a word of what a case is about: that is read from the case once it is accepted.
         *
         *     Permission: `cases:read`.
         */
        get: operations["getCaseOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case}/offers/{offer}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an offered case
         * @description For the person of the place: say her in `acting_as`.
         *
         *     Permission: `cases:write`.
         */
        post: operations["postCasesCaseOffersOfferAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case}/offers/{offer}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline an offered case
         * @description For the person of the place: say her in `acting_as`.
         *
         *     Permission: `cases:write`.
         */
        post: operations["postCasesCaseOffersOfferDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{case}/offers/{offer}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer back on an accepted case
         * @description For the person of the place: say her in `acting_as`.
         *
         *     Permission: `cases:write`.
         */
        post: operations["postCasesCaseOffersOfferAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the places that take cases
         * @description Permission: `cases:read`.
         */
        get: operations["getPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/places/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make or change a place that takes cases
         * @description Under your own id of it. Its person is asked, and answers for it.
         *
         *     Permission: `cases:write`.
         */
        put: operations["putProgramsProgramPlacesPlace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requests between members
         * @description Permission: `requests:read`.
         */
        get: operations["getRequests"];
        put?: never;
        /**
         * Ask a member, or all of them, for an introduction
         * @description In a program with a `requests` section. Nobody answers in time: it expires.
         *
         *     Permission: `requests:write`.
         */
        post: operations["postRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a request
         * @description Permission: `requests:read`.
         */
        get: operations["getRequestsRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{request}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a request with an introduction
         * @description Permission: `requests:write`.
         */
        post: operations["postRequestsRequestAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{request}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a request
         * @description Permission: `requests:write`.
         */
        post: operations["postRequestsRequestDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programs/{program}/members/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a member stands: given, received, thanked, trust
         * @description Permission: `requests:read`.
         */
        get: operations["getProgramsProgramMembersPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/introductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List introductions
         * @description Permission: `requests:read`.
         */
        get: operations["getIntroductions"];
        put?: never;
        /**
         * Introduce somebody to a member, unasked
         * @description Permission: `requests:write`.
         */
        post: operations["postIntroductions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List thank-you slips
         * @description Permission: `requests:read`.
         */
        get: operations["getSlips"];
        put?: never;
        /**
         * Thank a member, with the value that was closed
         * @description The slip is an activity `thank_you` of the one who is thanked: rules and reports read its value.
         *
         *     Permission: `requests:write`.
         */
        post: operations["postSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List leads between companies
         * @description Permission: `leads:read`.
         */
        get: operations["getLeads"];
        put?: never;
        /**
         * Send a lead from one company to another
         * @description In a program with an `exchange` section. Accepted in its time, it moves a lead credit from the receiver to the sender; otherwise it goes back. `lead_limit_reached`: the receiver owes as many as it may, those that wait for its answer counted in.
         *
         *     Permission: `leads:write`.
         */
        post: operations["postLeads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a lead
         * @description Permission: `leads:read`.
         */
        get: operations["getLeadsLead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a lead
         * @description A lead credit moves from the receiver to the sender. Whom the key acts for must belong to the company that received it.
         *
         *     Permission: `leads:write`.
         */
        post: operations["postLeadsLeadAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a lead
         * @description It goes back; nothing is owed for it. Whom the key acts for must belong to the company that received it.
         *
         *     Permission: `leads:write`.
         */
        post: operations["postLeadsLeadDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{company}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a company gave the others and received of them, by unit
         * @description Permission: `ledger:read`.
         */
        get: operations["getCompaniesCompanyBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
        AcceptedTerms: {
            program: string;
            person: string;
            terms: number;
            /** @enum {string} */
            state: "accepted" | "terms_outdated" | "not_accepted" | "no_terms";
        };
        ActingAs: {
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        Adjustment: {
            id: string;
            /** @enum {string} */
            what: "grant" | "spend" | "reverse";
            person: string;
            program: string | null;
            reward: string | null;
            redemption: string | null;
            kind: string;
            value: components["schemas"]["Money"];
            reason: string;
            /**
             * @description waiting: for a second operator. approved: it is being done.
             * @enum {string}
             */
            state: "waiting" | "approved" | "done" | "refused";
            proposed_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            proposed_at: string;
            decided_by: string | null;
            decided_at: string | null;
            /** @description Why it was refused. */
            note: string | null;
        };
        AdjustmentList: {
            data: components["schemas"]["Adjustment"][];
            next: string | null;
        };
        AdjustmentWish: {
            /** @constant */
            what: "grant";
            program: string;
            person: string;
            /** @enum {string} */
            kind: "cash" | "credit" | "points" | "entries" | "leads";
            value: {
                amount: number;
                currency: string;
            };
            reason: string;
        } | {
            /** @constant */
            what: "spend";
            person: string;
            /** @enum {string} */
            kind: "credit" | "gift_card" | "points" | "entries" | "leads" | "free_time";
            value: {
                amount: number;
                currency: string;
            };
            reason: string;
        } | {
            /** @constant */
            what: "reverse";
            reward: string;
            reason: string;
        };
        AdvocacyScore: {
            person: string;
            /** @description 0 to 100: the sum of the parts' points. */
            score: number;
            /** @description Of what she ordered for. */
            currency: string | null;
            parts: {
                /** @enum {string} */
                key: "recency" | "frequency" | "value" | "tenure" | "engagement" | "survey" | "referring";
                /** @description The most that this part gives. */
                weight: number;
                points: number;
                /** @description What it is made of: days since the last order, orders, minor units, months known, activities, an answer, friends. */
                measure: number | null;
            }[];
        };
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
        AdvocatePage: {
            program: string;
            name: string | null;
            /** @description Her attribute `picture`, where it is an https address. */
            picture: string | null;
            code: string;
            link: string;
            destination: string;
            disclosure: string;
        };
        AmountGiven: {
            amount: number;
            currency: string;
        };
        Announcement: {
            id: string;
            name: string;
            /** @enum {string} */
            status: "draft" | "scheduled" | "running" | "sent" | "cancelled";
            audience: {
                program?: string;
                segment?: string;
            };
            moment: components["schemas"]["GoodMoment"] | null;
            texts: {
                [key: string]: components["schemas"]["AnnouncementText"];
            };
            settings: components["schemas"]["AnnouncementSettings"];
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            scheduled_at: string | null;
            started_at: string | null;
            ended_at: string | null;
            /** @description How many were asked so far. */
            asked: number;
            /** @description How many were not, by the reason. */
            held: {
                [key: string]: number;
            };
        };
        AnnouncementChange: {
            name?: string;
            audience?: components["schemas"]["Audience"];
            moment?: components["schemas"]["GoodMomentInput"] | null;
            texts?: {
                [key: string]: components["schemas"]["AnnouncementText"];
            };
            settings?: components["schemas"]["AnnouncementSettingsInput"];
        };
        AnnouncementList: {
            data: components["schemas"]["Announcement"][];
            next: string | null;
        };
        AnnouncementPerson: {
            person: string;
            /** @enum {string} */
            status: "waiting" | "asked" | "held";
            /** @description Why she was not asked, or not by mail. */
            reason: string | null;
            asked_at: string | null;
            clicked_at: string | null;
        };
        AnnouncementPersonList: {
            data: components["schemas"]["AnnouncementPerson"][];
            next: string | null;
        };
        AnnouncementPreview: {
            subject: string;
            title: string;
            paragraphs: string[];
            action: string | null;
            html: string;
            text: string;
        };
        AnnouncementReport: {
            asked: number;
            held: {
                [key: string]: number;
            };
            /** @description When it goes on; null where nobody waits. */
            waiting_until: string | null;
            /** @description Null for an ask after a moment. */
            audience: {
                count: number;
                exact: boolean;
            } | null;
            /** @description The figures below are of so many of those who were asked. */
            looked_at: number;
            mailed: number;
            mails_held: number;
            mails_due: number;
            clicked: number;
            /** @description Joined a program after it. */
            joined: number;
            shared: number;
            /** @description Somebody came by their recommendation after it. */
            referred: number;
        };
        AnnouncementSettings: {
            /** @default true */
            mail: boolean;
            /**
             * @description Also shown on her own side.
             * @default false
             */
            notice: boolean;
            /**
             * @description Marketing is mailed only to whoever agreed to it.
             * @default marketing
             * @enum {string}
             */
            purpose: "marketing" | "service";
            /**
             * @description Where the button leads; null: her own page of the program.
             * @default null
             */
            url: string | null;
            /**
             * @description At most so many an hour.
             * @default null
             */
            an_hour: number | null;
            /**
             * @description In the receiver's zone nothing is sent then; null: at any hour.
             * @default {
             *       "from": "21:00",
             *       "to": "08:00"
             *     }
             */
            quiet: {
                from: string;
                to: string;
            } | null;
            /**
             * @description Nobody who was asked within so many days is asked; 0: whoever it is.
             * @default 7
             */
            cap_days: number;
        };
        AnnouncementSettingsInput: {
            /** @default true */
            mail?: boolean;
            /**
             * @description Also shown on her own side.
             * @default false
             */
            notice?: boolean;
            /**
             * @description Marketing is mailed only to whoever agreed to it.
             * @default marketing
             * @enum {string}
             */
            purpose?: "marketing" | "service";
            /**
             * @description Where the button leads; null: her own page of the program.
             * @default null
             */
            url?: string | null;
            /**
             * @description At most so many an hour.
             * @default null
             */
            an_hour?: number | null;
            /**
             * @description In the receiver's zone nothing is sent then; null: at any hour.
             * @default {
             *       "from": "21:00",
             *       "to": "08:00"
             *     }
             */
            quiet?: {
                from: string;
                to: string;
            } | null;
            /**
             * @description Nobody who was asked within so many days is asked; 0: whoever it is.
             * @default 7
             */
            cap_days?: number;
        };
        AnnouncementText: {
            subject: string;
            /** @description The subject, where it is left out. */
            title?: string;
            /** @description An empty line begins a paragraph. */
            text: string;
            /** @description What the button says. */
            action?: string;
        };
        AnnouncementWrite: {
            /** @description For you; nobody else reads it. */
            name: string;
            audience: components["schemas"]["Audience"];
            /**
             * @description An ask: it goes to whoever has just had it, as long as it runs. Null: it goes once.
             * @default null
             */
            moment?: components["schemas"]["GoodMomentInput"] | null;
            texts: {
                [key: string]: components["schemas"]["AnnouncementText"];
            };
            /**
             * @default {
             *       "mail": true,
             *       "notice": false,
             *       "purpose": "marketing",
             *       "url": null,
             *       "an_hour": null,
             *       "quiet": {
             *         "from": "21:00",
             *         "to": "08:00"
             *       },
             *       "cap_days": 7
             *     }
             */
            settings?: components["schemas"]["AnnouncementSettingsInput"];
        };
        Application: {
            person: string;
            program: string;
            status: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            joined_at: string;
            /** @description To the program's form, by the field's key. */
            answers: {
                [key: string]: unknown;
            };
        };
        ApplicationList: {
            data: components["schemas"]["Application"][];
            next: string | null;
        };
        Apps: {
            /** @default [] */
            ios?: string[];
            /** @default [] */
            android?: {
                package: string;
                fingerprints: string[];
            }[];
        };
        Article: {
            id: string;
            title: string;
            /** @description Plain text; an empty line parts paragraphs. */
            text: string;
            /** @enum {string} */
            language: "en" | "de" | "fr" | "es" | "ar" | "it" | "pt-BR" | "nl" | "pl" | "ja" | "zh-Hans" | "he";
            /** @description Null: shown in every program. */
            program: string | null;
            /** @description Lower comes first. */
            position: number;
            published: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            changed_at: string;
        };
        ArticleChange: {
            title?: string;
            /** @description Plain text; an empty line parts paragraphs. */
            text?: string;
            /** @enum {string} */
            language?: "en" | "de" | "fr" | "es" | "ar" | "it" | "pt-BR" | "nl" | "pl" | "ja" | "zh-Hans" | "he";
            /** @description Null: shown in every program. */
            program?: string | null;
            /** @description Lower comes first. */
            position?: number;
            published?: boolean;
        };
        ArticleList: {
            data: components["schemas"]["Article"][];
        };
        ArticleRemoved: {
            /** @constant */
            removed: true;
        };
        ArticleWish: {
            title: string;
            /** @description Plain text; an empty line parts paragraphs. */
            text: string;
            /** @enum {string} */
            language: "en" | "de" | "fr" | "es" | "ar" | "it" | "pt-BR" | "nl" | "pl" | "ja" | "zh-Hans" | "he";
            /**
             * @description Null: shown in every program.
             * @default null
             */
            program?: string | null;
            /**
             * @description Lower comes first.
             * @default 0
             */
            position?: number;
            /** @default false */
            published?: boolean;
        };
        AskPutAway: {
            person: string;
            /** @enum {string} */
            moment: "share" | "reward";
        };
        Audience: {
            /** @description Its advocates; with a segment those of both. Both may be left out of an ask only. */
            program?: string;
            segment?: string;
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
        Badge: {
            name: string;
            program: string;
            rule: string;
            reward: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
        };
        Balance: {
            unit: string;
            pending: number;
            /** @description Below zero when more was taken back after a payout than came in since. */
            available: number;
            in_flight: number;
            settled: number;
            /** @description What was not used in time. */
            expired: number;
            /** @description What ends when unless it is used before, the soonest first. Together never more than is available. */
            expiring: {
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                at: string;
                amount: number;
            }[];
        };
        Brand: {
            /** @description As people know the business; the workspace's name when left out. */
            name?: string;
            /** @description An https address, or the picture itself (data:image/png;base64,...; 25 kB). Mails show the name in place of the latter. */
            logo_url?: string;
            primary?: string;
            on_primary?: string;
            paper?: string;
            ink?: string;
            font?: string;
            /** @description Of corners, in pixels. */
            radius?: number;
            /** Format: email */
            support_email?: string;
            /** Format: uri */
            privacy_url?: string;
            /**
             * @description Whether a small "Powered by Grapevine" is shown.
             * @default true
             */
            powered_by?: boolean;
        };
        BrandPair: {
            /** @enum {string} */
            scheme: "light" | "dark";
            /** @description The token of the text. */
            text: string;
            /** @description The token of its ground. */
            on: string;
            colour: string;
            ground: string;
            /** @description What was asked for, where it is not what is shown. */
            given: string | null;
            /** @description As shown: 4.5 and more can be read. */
            contrast: number;
            given_contrast: number | null;
        };
        BrandPreview: {
            light: {
                [key: string]: string;
            };
            dark: {
                [key: string]: string;
            };
            pairs: components["schemas"]["BrandPair"][];
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
        BudgetPaces: {
            data: {
                program: string;
                key: string;
                /** @description Null: the whole program's. */
                rule: string | null;
                /** @description ever, day, week, month, quarter or year. */
                every: string;
                period: string;
                /** @description Null where it counts rewards and not money. */
                unit: string | null;
                amount: number;
                used: number;
                share: number;
                /** @description How much of the period's time has passed, 0 to 1. */
                elapsed: number | null;
                /** @description Used a day since the period began. */
                per_day: number;
                /** @description When it is spent at this pace; null where it outlasts its period. */
                lasts_until: string | null;
                spent_at: string | null;
                ends_at: string | null;
                /** @description Whether rewards stop when it is spent. */
                blocks: boolean;
            }[];
        };
        BudgetReopen: {
            key: string;
            /** @default  */
            period?: string;
        };
        CandidateStage: {
            candidate: {
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
            stage: string;
            id?: string;
            /** Format: date-time */
            occurred_at?: string;
        };
        CannedAnswer: {
            id: string;
            name: string;
            text: string;
            /** @description For people of this language; null for all. */
            language: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            changed_at: string;
        };
        CannedAnswerChange: {
            /** @description What operators find it by. */
            name?: string;
            text?: string;
            language?: string | null;
        };
        CannedAnswerList: {
            data: components["schemas"]["CannedAnswer"][];
            next: string | null;
        };
        CannedAnswerRemoved: {
            /** @constant */
            removed: true;
        };
        CannedAnswerWrite: {
            /** @description What operators find it by. */
            name: string;
            text: string;
            language?: string | null;
        };
        Case: {
            id: string;
            program: string;
            /** @description Whom it is about. */
            person: string;
            stage: string;
            /** @enum {string} */
            status: "open" | "closed";
            outcome: ("resolved" | "continue" | "refer_on") | null;
            owner: string;
            coordinator: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            opened_at: string;
            /**
             * Format: date-time
             * @description Since when it is in its stage.
             */
            stage_at: string;
            /** @description When its stage is due. */
            due_at: string | null;
            closed_at: string | null;
        };
        CaseClosing: {
            /** @enum {string} */
            outcome: "resolved" | "continue" | "refer_on";
            reason?: string;
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        CaseDetail: {
            id: string;
            program: string;
            /** @description Whom it is about. */
            person: string;
            stage: string;
            /** @enum {string} */
            status: "open" | "closed";
            outcome: ("resolved" | "continue" | "refer_on") | null;
            owner: string;
            coordinator: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            opened_at: string;
            /**
             * Format: date-time
             * @description Since when it is in its stage.
             */
            stage_at: string;
            /** @description When its stage is due. */
            due_at: string | null;
            closed_at: string | null;
            people: {
                person: string;
                /** @enum {string} */
                role: "owner" | "coordinator" | "member" | "place";
            }[];
            /** @description Keys that are on the case by name. */
            operators: string[];
            offers: components["schemas"]["CaseOffer"][];
            steps: {
                step: number;
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                at: string;
                kind: string;
                /** @description The key that did it, or system. */
                actor: string;
                /** @description Whom the key acted for. */
                by: string | null;
                data: {
                    [key: string]: unknown;
                };
                /** @description Gone when the person it is about was erased. */
                text: string | null;
            }[];
        };
        CaseList: {
            data: components["schemas"]["Case"][];
            next: string | null;
        };
        CaseMember: {
            person?: string;
            /** @description An operator's or a key's id: it may then read the case without acting for anybody. */
            operator?: string;
            /**
             * @description False takes off.
             * @default true
             */
            on?: boolean;
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        CaseMove: {
            to: string;
            reason?: string;
            /** @description Where you saw it: 409 when somebody moved it meanwhile. */
            from?: string;
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        CaseNote: {
            text: string;
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        CaseOffer: {
            case: string;
            /** @description Its number within the case. */
            offer: number;
            place: string;
            /**
             * @description next: asked if those before it do not accept. full: had no room when it was its turn.
             * @enum {string}
             */
            state: "next" | "offered" | "accepted" | "declined" | "expired" | "full" | "answered" | "withdrawn" | "ended";
            meters: number;
            offered_at: string | null;
            expires_at: string | null;
            decided_at: string | null;
            answer_due_at: string | null;
            answered_at: string | null;
        };
        CaseOfferAccept: {
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        CaseOfferAnswer: {
            text?: string;
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        CaseOfferDecline: {
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        CaseOfferId: {
            case: string;
            offer: number;
        };
        CaseOffering: {
            latitude: number;
            longitude: number;
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        CaseOpening: {
            program: string;
            /** @description Whom it is about: per_... or user_id:... */
            person: string;
            /** @description Who opens it, if left out. */
            owner?: string;
            /** @description The program's, if left out. */
            coordinator?: string;
            /**
             * @description Who else may read it.
             * @default []
             */
            people?: string[];
            /** @description What it is about. Kept apart, and gone when the person is erased. */
            text?: string;
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        CaseReassignment: {
            owner?: string;
            coordinator?: string;
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        CatalogueItem: {
            id: string;
            key: string;
            name: string;
            description: string;
            kind: string;
            price: components["schemas"]["Money"];
            /** @description What is left; null without end. */
            stock: number | null;
            per_person: number | null;
            program: string | null;
            /** @description The lowest level of the program that may take it; null for everybody. */
            level: string | null;
            active: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
        };
        CatalogueItemList: {
            data: components["schemas"]["CatalogueItem"][];
            next: string | null;
        };
        CatalogueItemWish: {
            name: string;
            /** @default  */
            description?: string;
            /**
             * @description What is spent: points, or another balance that is spent in parts.
             * @default points
             * @enum {string}
             */
            kind?: "points" | "credit" | "gift_card" | "entries" | "leads" | "free_time";
            /**
             * @description points, or a currency for credit.
             * @default points
             */
            unit?: string;
            /** @description Minor units; whole points. */
            price: number;
            /** @description null: without end. Left out: as it is, without end at first. */
            stock?: number | null;
            /** @default null */
            per_person?: number | null;
            /** @default null */
            program?: string | null;
            /** @default null */
            level?: string | null;
            /** @default true */
            active?: boolean;
        };
        Choose: {
            /** @description Counted from 0, as in details.options. */
            option: number;
        };
        Claim: {
            id: string;
            program: string;
            /** @enum {string} */
            subject: "candidate" | "deal" | "company" | "order";
            /** @description Your own id of the deal or order. */
            reference: string | null;
            /** @description Whom it is about; null for an order that is not known. */
            contact: string | null;
            company: string | null;
            vacancy: string | null;
            /** @description The first one is the referral's advocate. */
            claimants: {
                person: string;
                share: number;
            }[];
            /** @enum {string} */
            status: "pending" | "accepted" | "refused" | "withdrawn" | "expired" | "ended";
            /** @description Why it was not accepted. */
            reason: ("claimed_by_another" | "already_known" | "already_referred" | "self_claim" | "is_manager" | "is_recruiter" | "own_department" | "not_an_advocate" | "agreement_missing" | "evidence_missing" | "vacancy_closed" | "order_unknown" | "too_late" | "not_eligible" | "refused" | "not_decided") | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            claimed_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            exclusive_until: string;
            decided_at: string | null;
            decided_by: string | null;
            evidence: string | null;
            note: string | null;
            referral: string | null;
        };
        ClaimList: {
            data: components["schemas"]["Claim"][];
            next: string | null;
        };
        ClaimRefusal: {
            /** @description Words for the file; erased with the person. */
            note?: string;
        };
        ClaimWrite: {
            program: string;
            claimants: {
                person: string;
                /** @default 1 */
                share?: number;
            }[];
            /** @description Whom it is about: candidate, or contact at the other company. */
            contact?: {
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
            deal?: string;
            order?: string;
            company?: string;
            vacancy?: string;
            /** @description Which department works on it; a vacancy has its own. */
            department?: string;
            /** @description Anything that proves it. Kept apart, erased with the person. */
            evidence?: string;
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
            domains: string[];
            people: number;
            first_order_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
        };
        CompanyBalance: {
            unit: string;
            given: number;
            received: number;
            /** @description Below zero: it owes the others. */
            balance: number;
        };
        CompanyList: {
            data: components["schemas"]["Company"][];
            next: string | null;
        };
        CompanyPerson: {
            person: string;
            /** @description Null: belongs to it, and has no role. */
            role: string | null;
        };
        CompanyPersonList: {
            data: components["schemas"]["CompanyPerson"][];
            next: string | null;
        };
        CompanyRoleWrite: {
            /** @enum {string} */
            role: "owner" | "admin" | "seller" | "accounting" | "member";
        };
        CompanyWrite: {
            /** @default  */
            name?: string;
            domain?: string;
            /** @description Mail domains of its people: a contact with one of them belongs to it when a claim is judged. */
            domains?: string[];
        };
        /** @description Field comparisons joined by all, any and not. */
        Condition: Record<string, never>;
        Consent: {
            id: string;
            purpose: string;
            /** @enum {string} */
            channel: "all" | "email" | "sms" | "phone" | "post" | "push" | "whatsapp";
            /** @description False: taken back. */
            granted: boolean;
            /** @description Which words she agreed to: your own version of them. */
            wording: string;
            /** @description By which door: a form, a call, an import. */
            source: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            recorded_by: string;
        };
        ConsentList: {
            data: components["schemas"]["Consent"][];
            next: string | null;
        };
        ConsentWrite: {
            /** @description What it is for: newsletter, referral_invites, testimonial... */
            purpose: string;
            /**
             * @default all
             * @enum {string}
             */
            channel?: "all" | "email" | "sms" | "phone" | "post" | "push" | "whatsapp";
            granted: boolean;
            wording: string;
            source: string;
            /**
             * Format: date-time
             * @description When she said it, if that was earlier.
             */
            at?: string;
            /** @description Kept apart, and forgotten with her. */
            ip?: string;
            user_agent?: string;
        };
        Contact: {
            person: string;
            consents: components["schemas"]["Consent"][];
            suppressions: components["schemas"]["Suppression"][];
            terms: components["schemas"]["TermsStanding"][];
        };
        ContentKit: {
            /**
             * @description What to say and what not, by language.
             * @default {}
             */
            brief: {
                [key: string]: string;
            };
            /** @default [] */
            assets: {
                name: string;
                /** @enum {string} */
                kind: "image" | "video" | "audio" | "text" | "file";
                /** Format: uri */
                url: string;
                alt?: string;
            }[];
            program: string;
            disclosure: {
                [key: string]: string;
            };
        };
        Contest: {
            id: string;
            key: string;
            program: string;
            /** @enum {string} */
            status: "planned" | "open" | "over" | "frozen" | "drawn";
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            from: string;
            /**
             * Format: date-time
             * @description The first instant that does not count.
             */
            to: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            freeze_at: string;
            frozen_at: string | null;
            drawn_at: string | null;
            leaderboard: {
                /** @enum {string} */
                by: "qualified_referrals" | "points" | "rewards";
                currency: string | null;
                places: number;
            } | null;
            draw: {
                /** @constant */
                algorithm: "grapevine-draw-1";
                winners: number;
                alternates: number;
                accept_within: string;
                entry_cap: number | null;
                /** @description The public value that the program promises to take in. */
                beacon_named: string | null;
                /** @description SHA-256 of the seed, shown since the contest was published. */
                seed_hash: string;
                /** @description SHA-256 of the list of entries, shown once it is frozen, before the seed. */
                entries_hash: string | null;
                entrants: number | null;
                entries: number | null;
                beacon: string | null;
                /** @description Shown with the draw. */
                seed: string | null;
                drawn: {
                    /** @description In the order of the draw, from 1. */
                    position: number;
                    participant: string;
                    person: string | null;
                    /** @description The prize that she has or had; null for an alternate who waits. */
                    place: number | null;
                    /** @enum {string} */
                    status: "waiting" | "notified" | "accepted" | "declined" | "lapsed";
                    notified_at: string | null;
                    accept_by: string | null;
                    decided_at: string | null;
                }[];
            } | null;
            /** @description Of the person asked for. */
            own?: {
                entries: number;
                participant: string | null;
            };
        };
        ContestList: {
            data: components["schemas"]["Contest"][];
        };
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
        CouponCodesUpload: {
            program: string;
            rule: string;
            codes: string[];
        };
        CouponCodesUploaded: {
            added: number;
            /** @description Were in this pool already. */
            known: number;
            /** @description Belong to a link, another pool or a coupon, and were left out. */
            taken: string[];
            /** @description Not 3 to 64 letters, digits, - _ or ., and left out. */
            malformed: string[];
        };
        CouponList: {
            data: components["schemas"]["Coupon"][];
            next: string | null;
        };
        CouponPool: {
            program: string;
            rule: string;
            total: number;
            left: number;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            added_at: string;
        };
        CouponPoolList: {
            data: components["schemas"]["CouponPool"][];
        };
        CouponQuestion: {
            code: string;
            person?: string;
            /** @description Minor units. The sum of the items when left out. */
            total?: number;
            currency?: string;
            /** @description Needed where the coupon leaves out products or sale items. */
            items?: {
                sku: string;
                category?: string;
                /** @default 1 */
                quantity?: number;
                /** @description Minor units, of one piece. */
                price: number;
                /** @description Sold at a reduced price. */
                sale?: boolean;
            }[];
            /** @description Codes of other coupons on the same bill. */
            beside?: string[];
        };
        CouponRedemption: {
            code: string;
            person?: string;
            order?: string;
            /** @description The till's own number of the bill, by which a repeat is known. */
            receipt?: string;
            /** @description Minor units. The sum of the items when left out. */
            total?: number;
            currency?: string;
            /** @description Needed where the coupon leaves out products or sale items. */
            items?: {
                sku: string;
                category?: string;
                /** @default 1 */
                quantity?: number;
                /** @description Minor units, of one piece. */
                price: number;
                /** @description Sold at a reduced price. */
                sale?: boolean;
            }[];
            /** @description Codes of other coupons on the same bill. */
            beside?: string[];
        };
        CouponVerdict: {
            valid: boolean;
            /** @description Why not: unknown, other_person, used, expired, person_missing, person_limit, not_combinable, currency_mismatch, excluded_items, minimum_not_met. */
            reason: string | null;
            terms: unknown;
            valid_until: string | null;
            reward: string | null;
            /** @description What it takes off this basket, when the basket is known. */
            discount: components["schemas"]["Money"] | null;
            /** @description The number of the receipt we give; null until it is redeemed. */
            receipt_number: string | null;
        };
        Deal: {
            external_id: string;
            contact: string | null;
            company: string | null;
            /** @enum {string} */
            status: "open" | "won" | "lost";
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            updated_at: string;
            /** @description The newest referral of its contact that goes on, where there is one: its card stands on the program's board. */
            referral: {
                id: string;
                program: string;
                stage: string;
            } | null;
        };
        DealList: {
            data: components["schemas"]["Deal"][];
            next: string | null;
        };
        DealWrite: {
            contact?: {
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
            company?: string;
            /**
             * @default open
             * @enum {string}
             */
            status?: "open" | "won" | "lost";
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
        Deliverable: {
            id: string;
            program: string;
            person: string;
            url: string;
            /** @enum {string} */
            status: "submitted" | "approved" | "refused";
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            submitted_at: string;
            decided_at: string | null;
            reason: string | null;
        };
        DeliverableApproval: {
            /**
             * @description It says, where nobody misses it, that she is paid.
             * @constant
             */
            disclosed: true;
        };
        DeliverableList: {
            data: components["schemas"]["Deliverable"][];
            next: string | null;
        };
        DeliverableWrite: {
            program: string;
            person: string;
            /** Format: uri */
            url: string;
        };
        Domain: {
            domain: string;
            /** @enum {string} */
            status: "waiting" | "verified";
            /** @description To be set in the domain's DNS. */
            record: {
                /** @constant */
                type: "TXT";
                name: string;
                value: string;
            };
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            checked_at: string | null;
            verified_at: string | null;
        };
        DomainAsked: {
            domain: string;
        };
        DomainRemoved: {
            /** @constant */
            removed: true;
        };
        DomainWish: {
            domain: string;
        };
        Draw: {
            /**
             * @description The public value that the program names.
             * @default null
             */
            beacon?: string | null;
        };
        EndedSessions: {
            ended: number;
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
                /** @description The page that the visitor came from. Its host is kept. */
                referrer?: string;
                /** @description Kept as a keyed hash for a limited time, for the risk score. So are the next two. */
                device_id?: string;
                /** @description What a payment provider calls one card or account by. */
                payment_fingerprint?: string;
                /** @description Where the goods or the invoice go. */
                address?: string;
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
                    /** @description The page that the visitor came from. Its host is kept. */
                    referrer?: string;
                    /** @description Kept as a keyed hash for a limited time, for the risk score. So are the next two. */
                    device_id?: string;
                    /** @description What a payment provider calls one card or account by. */
                    payment_fingerprint?: string;
                    /** @description Where the goods or the invoice go. */
                    address?: string;
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
        Experiment: {
            id: string;
            program: string;
            name: string;
            hypothesis: string;
            layer: string;
            /** @enum {string} */
            status: "draft" | "running" | "stopped";
            arms: {
                key: string;
                name: string;
                weight: number;
                patch: {
                    [key: string]: unknown;
                } | null;
                /** @description The program's version that this arm's friends are bound under; null before the start. */
                version: number | null;
            }[];
            share: number;
            /** @enum {string} */
            metric: "friends" | "customers" | "referring" | "conversion" | "revenue" | "reward_cost" | "cost_per_customer" | "refund_rate" | "rejected_rate";
            worth: number;
            guardrails: {
                /** @enum {string} */
                metric: "friends" | "customers" | "referring" | "conversion" | "revenue" | "reward_cost" | "cost_per_customer" | "refund_rate" | "rejected_rate";
                accepted: number;
            }[];
            currency: string | null;
            alpha: number;
            power: number;
            minimum: number;
            planned: number | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            started_at: string | null;
            ended_at: string | null;
        };
        ExperimentList: {
            data: components["schemas"]["Experiment"][];
            next: string | null;
        };
        ExperimentPlan: {
            /** @description Of the last 28 days, an advocate. */
            baseline: ({
                /** @constant */
                kind: "proportion";
                rate: number;
            } | {
                /** @constant */
                kind: "mean";
                mean: number;
                sd: number;
            }) | null;
            sample: {
                control: number;
                treatment: number;
                total: number;
            } | null;
            duration: {
                days: number;
                soonest: number;
                latest: number | null;
                per_day: number;
            } | null;
            /** @description Share of 400 played worlds in which the effect is found: by one look at the end, by the t-test at any look, by the sequence. */
            power: {
                fixed: number;
                peeked: number;
                sequential: number;
            } | null;
            /** @description What could be shown with whoever can take part within eight weeks. */
            smallest_effect: number | null;
            /** @description Why a figure is null. */
            missing: {
                [key: string]: components["schemas"]["Lack"];
            };
        };
        ExperimentResults: {
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
            arms: {
                key: string;
                weight: number;
                advocates: number;
            }[];
            sample_ratio: {
                p: number;
                /** @description Nothing is compared then. */
                broken: boolean;
            };
            compared: {
                arm: string;
                /** @enum {string} */
                metric: "friends" | "customers" | "referring" | "conversion" | "revenue" | "reward_cost" | "cost_per_customer" | "refund_rate" | "rejected_rate";
                title: string;
                /** @description The control's mean, share or ratio; money in minor units. */
                control: number;
                treatment: number;
                /** @description Relative to the control. */
                effect: number;
                se: number;
                /** @description What advocates did before the start explains a part of it, which was taken off (CUPED). */
                adjusted: boolean;
                /** @description Welch's t-test: holds if it is read once, at the planned end. */
                fixed: {
                    low: number | null;
                    high: number | null;
                    p: number;
                };
                /** @description Confidence sequence: holds however often one looks. Decisions rest on it. */
                sequential: {
                    low: number | null;
                    high: number | null;
                    p: number;
                };
                belief: {
                    low: number;
                    high: number;
                    chance: number;
                    risk: {
                        control: number;
                        treatment: number;
                    };
                };
                /** @description p of the sequence, for all metrics of the arm together (Holm). */
                holm: number;
                /** @description The same by Benjamini and Hochberg. */
                false_discovery: number;
            }[];
            missing: {
                arm: string;
                /** @enum {string} */
                metric: "friends" | "customers" | "referring" | "conversion" | "revenue" | "reward_cost" | "cost_per_customer" | "refund_rate" | "rejected_rate";
                reason: components["schemas"]["Lack"];
            }[];
            /** @description Friends whom links of more than one arm had reached before they bound. */
            contamination: {
                share: number;
                low: number;
                high: number;
                friends: number;
                both: number;
            } | null;
            decisions: {
                arm: string;
                /** @enum {string} */
                verdict: "ship" | "keep" | "go_on" | "stop_guardrail" | "broken_sample_ratio" | "too_little_data";
                reasons: {
                    /** @enum {string} */
                    code: "sample_ratio" | "guardrail_worse" | "guardrail_unclear" | "below_minimum" | "no_figure" | "dominated" | "better" | "worse" | "nothing_worth" | "unsettled" | "ended_unsettled";
                    values: {
                        [key: string]: number | string;
                    };
                    message: string;
                }[];
            }[];
            definition: string;
        };
        ExperimentWish: {
            program: string;
            name: string;
            /** @default  */
            hypothesis?: string;
            /**
             * @description Experiments of one layer exclude each other; those of different layers cross.
             * @default default
             */
            layer?: string;
            /**
             * @description Of the program's advocates, those who take part.
             * @default 1
             */
            share?: number;
            /** @description The first is the control: the program as it is. */
            arms: {
                key: string;
                name: string;
                /** @default 1 */
                weight?: number;
                /** @default null */
                patch?: {
                    [key: string]: unknown;
                } | null;
            }[];
            /**
             * @default customers
             * @enum {string}
             */
            metric?: "friends" | "customers" | "referring" | "conversion" | "revenue" | "reward_cost" | "cost_per_customer" | "refund_rate" | "rejected_rate";
            /**
             * @description The smallest relative effect worth having.
             * @default 0.1
             */
            worth?: number;
            /**
             * @description What must not get worse by more than `accepted`, relatively.
             * @default []
             */
            guardrails?: {
                /** @enum {string} */
                metric: "friends" | "customers" | "referring" | "conversion" | "revenue" | "reward_cost" | "cost_per_customer" | "refund_rate" | "rejected_rate";
                /** @default 0.1 */
                accepted?: number;
            }[];
            /**
             * @description Unit of the money metrics.
             * @default null
             */
            currency?: string | null;
            /** @default 0.05 */
            alpha?: number;
            /** @default 0.8 */
            power?: number;
            /**
             * @description Advocates below whom nothing is decided.
             * @default 200
             */
            minimum?: number;
            /**
             * @description Advocates the plan asks for; see the plan.
             * @default null
             */
            planned?: number | null;
        };
        FeedbackMonth: {
            /** @description 2026-11, in the workspace's zone. */
            month: string;
            n: number;
            /** @description How often 1, 2, 3, 4 and 5 were given. */
            scores: number[];
            /** @description The mean, 1 to 5, with its interval of 95 %. */
            mean: {
                value: number;
                low: number;
                high: number;
            } | null;
            /** @description Those who gave 5 less those who gave 1 to 3, in points of 100, with its interval of 95 %. */
            net: {
                value: number;
                low: number;
                high: number;
            } | null;
        };
        FeedbackScores: {
            data: components["schemas"]["FeedbackMonth"][];
            versions: {
                program: string;
                version: number;
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                at: string;
            }[];
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
            /** @description What mends it, where that is certain. */
            remedy?: {
                title: string;
                /** @description JSON Patch (RFC 6902) on the definition. */
                patch: ({
                    /** @enum {string} */
                    op: "add" | "replace";
                    path: string;
                    value: unknown;
                } | {
                    /** @constant */
                    op: "remove";
                    path: string;
                })[];
            };
        };
        Forecast: {
            /** @description Complete weeks of the program that it rests on. */
            counted: number;
            quantiles: number[];
            forecast: {
                /** @description A fan for each week; money in minor units. */
                weeks: {
                    advocates: number[][];
                    friends: number[][];
                    customers: number[][];
                    orders: number[][];
                    revenue: number[][];
                    refunded: number[][];
                    rewards: number[][];
                    net: number[][];
                };
                /** @description Of all weeks together; of advocates, those in the last one. */
                total: {
                    /** @description Values at the quantiles 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95. */
                    advocates: number[];
                    /** @description Values at the quantiles 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95. */
                    friends: number[];
                    /** @description Values at the quantiles 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95. */
                    customers: number[];
                    /** @description Values at the quantiles 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95. */
                    orders: number[];
                    /** @description Values at the quantiles 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95. */
                    revenue: number[];
                    /** @description Values at the quantiles 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95. */
                    refunded: number[];
                    /** @description Values at the quantiles 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95. */
                    rewards: number[];
                    /** @description Values at the quantiles 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95. */
                    net: number[];
                };
                budget: {
                    /** @description Share of futures in which it runs out. */
                    spent: number;
                    week: number[] | null;
                } | null;
                /** @description The reward for a new customer at which margin pays for rewards and no more, in minor units. */
                break_even: number[] | null;
            } | null;
            sensitivity: {
                /** @enum {string} */
                lever: "joins" | "reach" | "converts" | "returns" | "repeats" | "value" | "refunds" | "advocatesStay" | "customersStay";
                low: number;
                high: number;
                net_low: number;
                net_high: number;
            }[];
            hindcast: {
                /** @description Weeks it was fitted on; the rest is compared. */
                fitted: number;
                checked: {
                    /** @enum {string} */
                    series: "friends" | "customers" | "revenue" | "rewards";
                    low: number;
                    middle: number;
                    high: number;
                    actual: number;
                    inside: boolean;
                    /** @description Share of single weeks that lay in their own 80 %. */
                    coverage: number;
                }[];
            } | null;
            /** @description Why something is null. */
            missing: {
                [key: string]: components["schemas"]["Lack"];
            };
            assumptions: string[];
        };
        ForecastWish: {
            /** @default 52 */
            weeks?: number;
            /** @default 1000 */
            runs?: number;
            /** @default 1 */
            seed?: number;
            currency: string;
            /**
             * @description Gross margin; the program's own when left out, else all of it.
             * @default null
             */
            margin?: number | null;
            /**
             * @description What may be spent from now on, in minor units.
             * @default null
             */
            budget?: number | null;
            /**
             * @description For each new customer, minor units; as paid so far.
             * @default null
             */
            reward?: number | null;
            /**
             * @description Before launch: joins, reach, converts and value. Shares are 0 to 1, money in minor units.
             * @default {}
             */
            assume?: {
                [key: string]: {
                    low: number;
                    likely: number;
                    high: number;
                };
            };
        };
        FoundPerson: {
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
            /** @description 0 to 100: how likely she is to recommend; null until it was made. */
            score: number | null;
            orders: number | null;
            /** @description What she ordered for, refunds taken off, in the currency she ordered most in. */
            value: components["schemas"]["Money"] | null;
            last_order_at: string | null;
            last_seen_at: string | null;
            referrals: number | null;
            qualified: number | null;
            /** @description When she first joined a program. */
            joined_at: string | null;
        };
        FoundPersonList: {
            data: components["schemas"]["FoundPerson"][];
            next: string | null;
        };
        FreeEntry: {
            person: string | null;
            entries: number;
            reason: ("not_open" | "over" | "no_more" | "not_taking_part") | null;
        };
        FreeEntryWish: {
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
        };
        FriendInvitation: {
            program: string;
            person: string;
            email: string;
            name?: string;
            /** @description Her own words to the friend, without links. */
            note?: string;
            locale?: string;
        };
        FriendInvited: {
            /** @constant */
            accepted: true;
        };
        Fulfilment: {
            /** @description Your own number of it. */
            reference?: string;
        };
        Gathering: {
            id: string;
            title: string;
            description: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            starts_at: string;
            seats: number;
            taken: number;
            waiting: number;
            program: string | null;
            /** @description The lowest level of the program that may come; null for everybody. */
            level: string | null;
            /** @enum {string} */
            status: "open" | "cancelled";
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
        };
        GatheringChange: {
            title?: string;
            description?: string;
            /** Format: date-time */
            starts_at?: string;
            seats?: number;
        };
        GatheringJoin: {
            person: string;
        };
        GatheringLeave: {
            person: string;
        };
        GatheringList: {
            data: components["schemas"]["Gathering"][];
            next: string | null;
        };
        GatheringPlace: {
            person: string;
            /** @enum {string} */
            state: "seat" | "waiting";
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            joined_at: string;
        };
        GatheringWish: {
            title: string;
            /** @default  */
            description?: string;
            /** Format: date-time */
            starts_at: string;
            seats: number;
            /** @default null */
            program?: string | null;
            /**
             * @description The lowest level of the program that may come.
             * @default null
             */
            level?: string | null;
        };
        GatheringWithPlaces: {
            id: string;
            title: string;
            description: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            starts_at: string;
            seats: number;
            taken: number;
            waiting: number;
            program: string | null;
            /** @description The lowest level of the program that may come; null for everybody. */
            level: string | null;
            /** @enum {string} */
            status: "open" | "cancelled";
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            places: components["schemas"]["GatheringPlace"][];
        };
        Goal: {
            /** @description Null: of the whole workspace. */
            program: string | null;
            /**
             * @description Friends who came, friends who bought (or what else qualifies), people who recommend.
             * @enum {string}
             */
            metric: "referrals" | "customers" | "advocates";
            target: number;
            /**
             * Format: date-time
             * @description Counted from here.
             */
            since: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            until: string;
            done: number;
            /** @description What would be there by now at an even pace. */
            expected: number;
            /** @description Of the time, 0 to 1. */
            elapsed: number;
            /** @description A week, so far. */
            weekly: number;
            /** @description A week, from now on; 0 when reached, null when the date has passed. */
            needed: number | null;
            /** @enum {string} */
            state: "reached" | "ahead" | "behind" | "missed";
        };
        GoalList: {
            data: components["schemas"]["Goal"][];
        };
        GoalWish: {
            /**
             * @description Null: the whole workspace.
             * @default null
             */
            program?: string | null;
            /** @enum {string} */
            metric: "referrals" | "customers" | "advocates";
            target: number;
            /**
             * Format: date-time
             * @description Counted from here; now.
             */
            since?: string;
            /** Format: date-time */
            until: string;
        };
        GoodMoment: {
            /** @constant */
            on: "purchase";
            /** @default 1 */
            nth: number;
            /** @default 72 */
            delay_hours: number;
        } | {
            /** @constant */
            on: "stage";
            stage: string;
            /** @default 24 */
            delay_hours: number;
        } | {
            /** @constant */
            on: "activity";
            name: string;
            /** @default 1 */
            delay_hours: number;
        } | {
            /** @constant */
            on: "survey";
            /** @default 9 */
            at_least: number;
            /** @default 1 */
            delay_hours: number;
        };
        GoodMomentInput: {
            /** @constant */
            on: "purchase";
            /** @default 1 */
            nth?: number;
            /** @default 72 */
            delay_hours?: number;
        } | {
            /** @constant */
            on: "stage";
            stage: string;
            /** @default 24 */
            delay_hours?: number;
        } | {
            /** @constant */
            on: "activity";
            name: string;
            /** @default 1 */
            delay_hours?: number;
        } | {
            /** @constant */
            on: "survey";
            /** @default 9 */
            at_least?: number;
            /** @default 1 */
            delay_hours?: number;
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
        Happening: {
            /** @description As in webhooks: `reward.granted`. */
            type: string;
            /** @description Of what it is about. */
            id: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            program: string | null;
            program_name: string | null;
            /** @description Who recommends, or is rewarded. */
            person: {
                id: string;
                name: string | null;
            } | null;
            friend: {
                id: string;
                name: string | null;
            } | null;
            value: components["schemas"]["Money"] | null;
            form: string | null;
            state: string | null;
            available_at: string | null;
        };
        HelpAnswer: {
            text: string;
            /**
             * @description How it stands with this answer: `answered` when left out, `done` for feedback.
             * @enum {string}
             */
            state?: "open" | "waiting" | "answered" | "closed" | "new" | "planned" | "done";
        };
        HelpAsked: {
            person: string;
            program?: string;
            /**
             * @description `feedback` is kept among the feedback, the rest are questions.
             * @default question
             */
            topic?: string;
            /**
             * @description May be left out where a score is given.
             * @default
             */
            text?: string;
            page?: string;
            /** @description How easy it was, 5 is easiest. With the topic `feedback`. */
            score?: number;
            /**
             * @description What `ask` of GET /v1/portal said: she is not asked after it again.
             * @enum {string}
             */
            moment?: "share" | "reward";
        };
        HelpChange: {
            /** @enum {string} */
            kind?: "ticket" | "feedback";
            /** @enum {string} */
            state?: "open" | "waiting" | "answered" | "closed" | "new" | "planned" | "done";
            /** @description An operator's id. */
            assigned?: string | null;
            tags?: string[];
        };
        HelpQuestion: {
            id: string;
            person: string;
            program: string | null;
            topic: string;
            text: string;
            /** @description Where she was when she asked. */
            page: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            answer: string | null;
            answered_at: string | null;
            /** @enum {string} */
            kind: "ticket" | "feedback";
            /**
             * @description Of a question: open, waiting, answered, closed. Of feedback: new, planned, done.
             * @enum {string}
             */
            state: "open" | "waiting" | "answered" | "closed" | "new" | "planned" | "done";
            /** @description The operator who looks after it. */
            assigned: string | null;
            tags: string[];
            /** @description How easy it was, 1 to 5, where she said so. */
            score: number | null;
        };
        HelpQuestionList: {
            data: components["schemas"]["HelpQuestion"][];
            next: string | null;
        };
        Home: {
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            /**
             * Format: date-time
             * @description Weeks begin on Monday, in the workspace's zone.
             */
            week_from: string;
            /** @description The workspace's own first. */
            goals: components["schemas"]["Goal"][];
            /** @description Of links and codes, without robots. */
            clicks: components["schemas"]["HomeFlow"];
            /** @description Friends who came: by a sign-up, a lead or an order; also those that were rejected since. */
            referrals: components["schemas"]["HomeFlow"];
            /** @description Friends who did what the program counts: mostly a first order. */
            customers: components["schemas"]["HomeFlow"];
            /** @description Rewards given; also those that were taken back since. */
            rewards: components["schemas"]["HomeFlow"];
            /** @description People who joined. */
            advocates: components["schemas"]["HomeFlow"];
            /** @description What those are worth now. */
            given: {
                unit: string;
                form: string;
                week: number;
                last: number;
            }[];
            /** @description Null without the permission ledger:read. */
            money: {
                /**
                 * Format: date-time
                 * @description Where there are very many accounts, up to a minute ago and more.
                 */
                at: string;
                /** @description Rewards that wait for their time. */
                waiting: components["schemas"]["Money"][];
                /** @description Available to people and not paid. */
                owed: components["schemas"]["Money"][];
                in_payout: components["schemas"]["Money"][];
                /** @description Since the beginning. */
                paid: components["schemas"]["Money"][];
            } | null;
            /** @description What waits for somebody, of what the caller may see. */
            needs: {
                /** @enum {string} */
                kind: "reviews" | "approvals" | "claims" | "applications" | "deliverables" | "testimonials" | "tickets" | "webhooks" | "deliveries" | "failed_events" | "parked_events" | "refused_by_budget" | "low_pools";
                count: number;
                /** @description Counted to 100; there are more. */
                more: boolean;
            }[];
            /** @description The last of the past week, newest first. */
            feed: components["schemas"]["Happening"][];
            programs: {
                live: number;
                draft: number;
                paused: number;
                ended: number;
            };
            /** @description Whether there has ever been an event, a click, a reward, a webhook of ours, a source of theirs. */
            begun: {
                fact: boolean;
                click: boolean;
                reward: boolean;
                webhook: boolean;
                source: boolean;
            };
        };
        HomeFlow: {
            week: number;
            /** @description Last week, up to now's place in it. */
            last_so_far: number;
            last: number;
            /** @description 28 days. */
            month: number;
        };
        HookAnswer: {
            /** @enum {string} */
            status: "settled" | "parked" | "waiting" | "known" | "done" | "nothing" | "refused" | "failed";
            reason: string | null;
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
            /** @description Rows of a table are to come in pieces (POST /v1/imports/{import}/rows). */
            table?: components["schemas"]["TableWrite"];
        };
        Introduction: {
            id: string;
            program: string;
            from: string;
            to: string;
            /** @description Who was introduced. */
            person: string;
            request: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
        };
        IntroductionList: {
            data: components["schemas"]["Introduction"][];
            next: string | null;
        };
        IntroductionMake: {
            program: string;
            /** @description The member who is helped by it. */
            to: string;
            /** @description Who is introduced. */
            contact: {
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
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        Invitation: {
            id: string;
            program: string;
            /** @description Until she joined or it was taken back. */
            email: string | null;
            /** @enum {string} */
            status: "open" | "joined" | "revoked" | "over";
            person: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            ends_at: string;
        };
        InvitationList: {
            data: components["schemas"]["Invitation"][];
            next: string | null;
        };
        InvitationWrite: {
            program: string;
            emails: string[];
            locale?: string;
        };
        Invited: {
            invited: string[];
            left: {
                index: number;
                /** @enum {string} */
                reason: "invalid" | "suppressed" | "often" | "joined";
            }[];
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
            /** @description The key itself where it is publishable; null where it is secret. */
            key: string | null;
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
            scopes?: ("*" | "events:read" | "events:write" | "people:read" | "people:write" | "companies:read" | "companies:write" | "advocates:read" | "advocates:write" | "links:read" | "links:write" | "referrals:read" | "referrals:write" | "rewards:read" | "rewards:write" | "ledger:read" | "ledger:write" | "programs:read" | "programs:write" | "payouts:read" | "payouts:write" | "adjustments:read" | "adjustments:write" | "coupons:read" | "coupons:write" | "reviews:read" | "reviews:write" | "lists:read" | "lists:write" | "keys:read" | "keys:write" | "audit:read" | "audit:write" | "settings:read" | "settings:write" | "budgets:read" | "budgets:write" | "reports:read" | "reports:write" | "imports:read" | "imports:write" | "sources:read" | "sources:write" | "clock:read" | "clock:write" | "contests:read" | "contests:write" | "shares:read" | "shares:write" | "deliverables:read" | "deliverables:write" | "catalogue:read" | "catalogue:write" | "redemptions:read" | "redemptions:write" | "levels:read" | "levels:write" | "gatherings:read" | "gatherings:write" | "testimonials:read" | "testimonials:write" | "cases:read" | "cases:write" | "leads:read" | "leads:write" | "requests:read" | "requests:write" | "claims:read" | "claims:write" | "vacancies:read" | "vacancies:write" | "messages:read" | "messages:write" | "webhooks:read" | "webhooks:write" | "portal:read" | "portal:write" | "operators:read" | "operators:write" | "workspaces:read" | "workspaces:write" | "people:erase" | "people:contact" | "adjustments:approve" | "programs:publish" | "coupons:validate" | "coupons:redeem" | "till")[];
        };
        Lack: {
            /** @enum {string} */
            code: "no_rows" | "too_few" | "no_variation" | "one_group_empty" | "negative_variance" | "zero_baseline" | "out_of_range" | "not_finite" | "not_converged" | "does_not_apply" | "too_many";
            values: {
                [key: string]: number | string;
            };
            /** @description ICU message in English; filled in with `values`. */
            message: string;
        };
        LandingPreview: {
            html: string;
            /** @description The Content-Security-Policy that the page is sent with. */
            policy: string;
        };
        LandingPreviewWish: {
            definition?: components["schemas"]["ProgramDefinition"];
            locale?: string;
            /** @description The key of a variant; the page itself when left out. */
            variant?: string;
            /** @description In place of the one in the settings. */
            brand?: components["schemas"]["Brand"];
            /**
             * @description Who recommends; null: somebody without a name.
             * @default Anna
             */
            name?: string | null;
        };
        Lead: {
            id: string;
            program: string;
            from: string;
            to: string;
            /** @description Whom it is about. */
            person: string;
            sent_by: string | null;
            /**
             * @description returned: not accepted in time.
             * @enum {string}
             */
            status: "open" | "accepted" | "declined" | "returned";
            text: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            sent_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            expires_at: string;
            decided_at: string | null;
            decided_by: string | null;
        };
        LeadList: {
            data: components["schemas"]["Lead"][];
            next: string | null;
        };
        LeadSend: {
            program: string;
            /** @description com_... or your own id of it. */
            from: string;
            to: string;
            /** @description Whom it is about. */
            contact: {
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
            /** @description Erased with the person it is about. */
            text?: string;
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        Leaderboard: {
            program: string;
            period: string;
            /** @enum {string} */
            by: "qualified_referrals" | "points" | "rewards";
            currency: string | null;
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
            frozen_at: string | null;
            data: {
                person: string;
                name: string | null;
                hidden: boolean;
                /** @description Null for who came in by a correction after the ranks were frozen. */
                rank: number | null;
                value: number | null;
                /** @description What was corrected since the ranks were frozen; null where nothing was. */
                now: {
                    rank: number | null;
                    value: number;
                } | null;
            }[];
            /** @description Of the person asked for, hidden or not. */
            own: {
                person: string;
                name: string | null;
                hidden: boolean;
                /** @description Null for who came in by a correction after the ranks were frozen. */
                rank: number | null;
                value: number | null;
                /** @description What was corrected since the ranks were frozen; null where nothing was. */
                now: {
                    rank: number | null;
                    value: number;
                } | null;
            } | null;
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
        LedgerProof: {
            id: string;
            by: string;
            /**
             * @description lost: its process has said nothing for two minutes.
             * @enum {string}
             */
            state: "running" | "ended" | "failed" | "lost";
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            started_at: string;
            ended_at: string | null;
            /** @description Rows looked at so far. */
            checked: number;
            /** @description What is being proved now, or why it failed. */
            step: string;
            ok: boolean | null;
            /** @description People whom a batch left to be folded again; they are proved when that has run. */
            waiting: number | null;
            checks: {
                id: string;
                name: string;
                ok: boolean;
                checked: number;
                bad: number;
                /** @description The first few that are wrong, by their ids. */
                examples: string[];
            }[];
            /** @description The trial balance at that time. */
            balance: {
                kind: string;
                unit: string;
                /** @description Minor units, in digits. */
                amount: string;
            }[];
        };
        LedgerProofList: {
            data: components["schemas"]["LedgerProof"][];
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
        LetterWords: {
            subject: string;
            text: string;
        };
        Level: {
            key: string;
            name: string;
            /** @description Points within the window. */
            from: number;
            perks: {
                key: string;
                name: string;
            }[];
            /** @description How many stand on it now. */
            advocates: number;
        };
        LevelChange: {
            program: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            /** @enum {string} */
            kind: "reached" | "notice" | "kept" | "lost";
            from: string | null;
            to: string | null;
            points: number;
        };
        Liability: {
            /**
             * Format: date-time
             * @description Of when the sums are: of now, or up to a minute ago where there are millions of rewards and the last are new.
             */
            at: string;
            /** @description From open rewards. What was taken back after it was paid is not set off here, but it is in the books. */
            owed: {
                kind: string;
                unit: string;
                /**
                 * @description Of the reward, in whole days (UTC) from its conversion.
                 * @enum {string}
                 */
                age: "up_to_30_days" | "up_to_90_days" | "up_to_180_days" | "older";
                pending: number;
                available: number;
                in_flight: number;
                rewards: number;
            }[];
            /** @description What people's accounts hold, debts set off. Null unless asked for. */
            books: {
                /** @enum {string} */
                account: "pending" | "available" | "in_flight";
                kind: string;
                unit: string;
                /** @description Digits in a text where 2^53 is passed. */
                amount: number | string;
            }[] | null;
            /** @description What time alone makes available in the next 8 weeks; week 0 ends in seven days. Null unless asked for. */
            coming: {
                kind: string;
                unit: string;
                week: number;
                amount: number;
                rewards: number;
            }[] | null;
        };
        Licence: {
            id: string;
            person: string;
            kind: string;
            region: string;
            number: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            valid_from: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            valid_until: string;
            /** @enum {string} */
            status: "unchecked" | "checked" | "refused";
            decided_at: string | null;
        };
        LicenceCheck: {
            /** @enum {string} */
            status: "checked" | "refused";
        };
        LicenceList: {
            data: components["schemas"]["Licence"][];
        };
        LicenceWrite: {
            /** @enum {string} */
            kind: "real_estate";
            /** @description Where it is valid, such as "US-CA". */
            region: string;
            number: string;
            /** Format: date-time */
            valid_from: string;
            /** Format: date-time */
            valid_until: string;
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
        ListEntry: {
            id: string;
            /** @enum {string} */
            list: "allow" | "block";
            /** @enum {string} */
            kind: "email_domain" | "person" | "device" | "payment" | "address" | "ip_range";
            /** @description A domain, a range, per_..., or hash:... of a device, payment or address. */
            value: string;
            note: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            added_at: string;
            expires_at: string | null;
        };
        ListEntryList: {
            data: components["schemas"]["ListEntry"][];
            next: string | null;
        };
        ListEntryRemoved: {
            removed: boolean;
        };
        ListEntryWrite: {
            /** @enum {string} */
            list: "allow" | "block";
            /** @enum {string} */
            kind: "email_domain" | "person" | "device" | "payment" | "address" | "ip_range";
            /** @description per_... or user_id:..., a domain, a range, or a device, payment or address (or hash:...). */
            value: string;
            note?: string;
            /** Format: date-time */
            expires_at?: string;
        };
        Mail: {
            /** @description The message's id. */
            id: string;
            /** @enum {string} */
            kind: "advocate_joined" | "advocate_invited" | "application_received" | "application_approved" | "application_refused" | "terms_changed" | "friend_became_advocate" | "link_reminder" | "announcement" | "personal_thanks" | "referral_created" | "referral_qualified" | "referral_rejected" | "stage_reached" | "reward_granted" | "reward_available" | "reward_adjusted" | "reward_reversed" | "reward_denied" | "reward_expired" | "reward_fulfilled" | "coupon_ready" | "reward_choice_due" | "payout_settled" | "payout_failed" | "points_expiring" | "level_reached" | "level_ending" | "level_lost" | "badge_earned" | "seat_confirmed" | "seat_from_waiting_list" | "seat_waiting" | "gathering_cancelled" | "redemption_confirmed" | "claim_received" | "claim_approved" | "claim_refused" | "claim_expiring" | "claim_expired" | "case_assigned" | "case_due" | "case_moved" | "lead_received" | "lead_accepted" | "lead_refused" | "lead_due" | "request_received" | "request_answered" | "slip_received" | "deliverable_due" | "deliverable_approved" | "deliverable_refused" | "share_verified" | "contest_won" | "contest_alternate" | "contest_accept_due" | "contest_lost_prize" | "leaderboard_final" | "occasion_reached" | "sign_in" | "operator_sign_in" | "operator_reset" | "operator_invited" | "weekly_digest" | "friend_invited" | "payout_details_changed" | "help_answered" | "help_waiting" | "operators_weekly" | "review_needed" | "application_waiting" | "claim_waiting" | "case_overdue" | "budget_low" | "stock_low" | "payout_failed_notice" | "refund_unmatched" | "webhook_dead" | "webhook_disabled";
            /** @description Null: those who run the workspace. */
            person: string | null;
            /** @enum {string} */
            status: "due" | "delivered" | "dropped";
            /** @description Why it was not sent: no_address, suppressed, preference, digest, bounced, gave_up, too_old ... */
            reason: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            due_at: string;
            sent_at: string | null;
            /** @description As it was sent; null where it was not, or its content is not kept any more. */
            subject: string | null;
        };
        MailBounces: {
            bounces: {
                email: string;
                /** @enum {string} */
                kind: "hard" | "soft" | "complaint";
            }[];
            /** @default api */
            source?: string;
        };
        MailBouncesNoted: {
            noted: number;
            /** @description Were no e-mail addresses. */
            ignored: number;
        };
        MailDetail: {
            /** @description The message's id. */
            id: string;
            /** @enum {string} */
            kind: "advocate_joined" | "advocate_invited" | "application_received" | "application_approved" | "application_refused" | "terms_changed" | "friend_became_advocate" | "link_reminder" | "announcement" | "personal_thanks" | "referral_created" | "referral_qualified" | "referral_rejected" | "stage_reached" | "reward_granted" | "reward_available" | "reward_adjusted" | "reward_reversed" | "reward_denied" | "reward_expired" | "reward_fulfilled" | "coupon_ready" | "reward_choice_due" | "payout_settled" | "payout_failed" | "points_expiring" | "level_reached" | "level_ending" | "level_lost" | "badge_earned" | "seat_confirmed" | "seat_from_waiting_list" | "seat_waiting" | "gathering_cancelled" | "redemption_confirmed" | "claim_received" | "claim_approved" | "claim_refused" | "claim_expiring" | "claim_expired" | "case_assigned" | "case_due" | "case_moved" | "lead_received" | "lead_accepted" | "lead_refused" | "lead_due" | "request_received" | "request_answered" | "slip_received" | "deliverable_due" | "deliverable_approved" | "deliverable_refused" | "share_verified" | "contest_won" | "contest_alternate" | "contest_accept_due" | "contest_lost_prize" | "leaderboard_final" | "occasion_reached" | "sign_in" | "operator_sign_in" | "operator_reset" | "operator_invited" | "weekly_digest" | "friend_invited" | "payout_details_changed" | "help_answered" | "help_waiting" | "operators_weekly" | "review_needed" | "application_waiting" | "claim_waiting" | "case_overdue" | "budget_low" | "stock_low" | "payout_failed_notice" | "refund_unmatched" | "webhook_dead" | "webhook_disabled";
            /** @description Null: those who run the workspace. */
            person: string | null;
            /** @enum {string} */
            status: "due" | "delivered" | "dropped";
            /** @description Why it was not sent: no_address, suppressed, preference, digest, bounced, gave_up, too_old ... */
            reason: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            due_at: string;
            sent_at: string | null;
            /** @description As it was sent; null where it was not, or its content is not kept any more. */
            subject: string | null;
            recipient: string | null;
            /** @description As it was sent; where it was not, as it would be written now. Null for a link that lets somebody in. */
            html: string | null;
            text: string | null;
            attempts: {
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                at: string;
                ms: number;
                code: number | null;
                error: string | null;
            }[];
        };
        MailDomain: {
            domain: string | null;
            spf: components["schemas"]["MailDomainFinding"] | null;
            dkim: components["schemas"]["MailDomainFinding"] | null;
            dmarc: components["schemas"]["MailDomainFinding"] | null;
        };
        MailDomainFinding: {
            /** @enum {string} */
            state: "ok" | "weak" | "missing" | "broken" | "unknown";
            /** @description As the DNS says it. */
            record: string | null;
            /** @description What to do; null when it is right. */
            remedy: string | null;
        };
        MailDueAgain: {
            /** @constant */
            due: true;
        };
        MailKind: {
            /** @enum {string} */
            kind: "advocate_joined" | "advocate_invited" | "application_received" | "application_approved" | "application_refused" | "terms_changed" | "friend_became_advocate" | "link_reminder" | "announcement" | "personal_thanks" | "referral_created" | "referral_qualified" | "referral_rejected" | "stage_reached" | "reward_granted" | "reward_available" | "reward_adjusted" | "reward_reversed" | "reward_denied" | "reward_expired" | "reward_fulfilled" | "coupon_ready" | "reward_choice_due" | "payout_settled" | "payout_failed" | "points_expiring" | "level_reached" | "level_ending" | "level_lost" | "badge_earned" | "seat_confirmed" | "seat_from_waiting_list" | "seat_waiting" | "gathering_cancelled" | "redemption_confirmed" | "claim_received" | "claim_approved" | "claim_refused" | "claim_expiring" | "claim_expired" | "case_assigned" | "case_due" | "case_moved" | "lead_received" | "lead_accepted" | "lead_refused" | "lead_due" | "request_received" | "request_answered" | "slip_received" | "deliverable_due" | "deliverable_approved" | "deliverable_refused" | "share_verified" | "contest_won" | "contest_alternate" | "contest_accept_due" | "contest_lost_prize" | "leaderboard_final" | "occasion_reached" | "sign_in" | "operator_sign_in" | "operator_reset" | "operator_invited" | "weekly_digest" | "friend_invited" | "payout_details_changed" | "help_answered" | "help_waiting" | "operators_weekly" | "review_needed" | "application_waiting" | "claim_waiting" | "case_overdue" | "budget_low" | "stock_low" | "payout_failed_notice" | "refund_unmatched" | "webhook_dead" | "webhook_disabled";
            /** @enum {string} */
            to: "advocate" | "friend" | "person" | "operators";
            /** @description What it says, in a sentence. */
            what: string;
            /** @description What brings it about. */
            why: string;
            /** @description About what somebody did or is owed: it goes out whatever was said about advertising. */
            essential: boolean;
            /**
             * @description What it counts as where people choose their mails.
             * @enum {string}
             */
            topic: "referrals" | "rewards" | "levels" | "events" | "work" | "news";
            /** @description Does not wait for a weekly mail. */
            urgent: boolean;
        };
        MailKindList: {
            data: components["schemas"]["MailKind"][];
        };
        MailList: {
            data: components["schemas"]["Mail"][];
            next: string | null;
        };
        MailPreview: {
            subject: string;
            html: string;
            text: string;
        };
        MailPreviewWish: {
            /** @enum {string} */
            kind: "advocate_joined" | "advocate_invited" | "application_received" | "application_approved" | "application_refused" | "terms_changed" | "friend_became_advocate" | "link_reminder" | "announcement" | "personal_thanks" | "referral_created" | "referral_qualified" | "referral_rejected" | "stage_reached" | "reward_granted" | "reward_available" | "reward_adjusted" | "reward_reversed" | "reward_denied" | "reward_expired" | "reward_fulfilled" | "coupon_ready" | "reward_choice_due" | "payout_settled" | "payout_failed" | "points_expiring" | "level_reached" | "level_ending" | "level_lost" | "badge_earned" | "seat_confirmed" | "seat_from_waiting_list" | "seat_waiting" | "gathering_cancelled" | "redemption_confirmed" | "claim_received" | "claim_approved" | "claim_refused" | "claim_expiring" | "claim_expired" | "case_assigned" | "case_due" | "case_moved" | "lead_received" | "lead_accepted" | "lead_refused" | "lead_due" | "request_received" | "request_answered" | "slip_received" | "deliverable_due" | "deliverable_approved" | "deliverable_refused" | "share_verified" | "contest_won" | "contest_alternate" | "contest_accept_due" | "contest_lost_prize" | "leaderboard_final" | "occasion_reached" | "sign_in" | "operator_sign_in" | "operator_reset" | "operator_invited" | "weekly_digest" | "friend_invited" | "payout_details_changed" | "help_answered" | "help_waiting" | "operators_weekly" | "review_needed" | "application_waiting" | "claim_waiting" | "case_overdue" | "budget_low" | "stock_low" | "payout_failed_notice" | "refund_unmatched" | "webhook_dead" | "webhook_disabled";
            /** @default en */
            locale?: string;
            /** @description In place of the one in the settings. */
            brand?: components["schemas"]["Brand"];
            /**
             * @description Own texts that are not saved yet, by key as in the settings.
             * @default {}
             */
            words?: {
                [key: string]: string;
            };
            /** @description What an operator writes herself, with the kind `personal_thanks`. */
            letter?: components["schemas"]["LetterWords"];
        };
        MailSettings: {
            /** @description Who mails are from, as a name; the brand's when left out. */
            from_name?: string;
            /**
             * Format: email
             * @description The address they are from; the installation's when left out. See GET /v1/settings/mail-domain.
             */
            from_address?: string;
            /** Format: email */
            reply_to?: string;
            /** @description Postal address and whatever the law asks for, line by line, at the end of every mail. */
            imprint?: string;
            dkim_selector?: string;
            /**
             * Format: email
             * @description Where mail programs may also send an unsubscription.
             */
            unsubscribe_address?: string;
            /** @description Whether advocates may have an invitation sent to a friend: see POST /v1/invitations/friend. */
            invitations?: boolean;
            /** @description Days after joining without a share until one reminder of the link; 0: none; 7. */
            link_reminder_days?: number;
        };
        MailTest: {
            /** @description The message's id. */
            id: string;
            to: string;
        };
        MailTestWish: {
            /** @enum {string} */
            kind: "advocate_joined" | "advocate_invited" | "application_received" | "application_approved" | "application_refused" | "terms_changed" | "friend_became_advocate" | "link_reminder" | "announcement" | "personal_thanks" | "referral_created" | "referral_qualified" | "referral_rejected" | "stage_reached" | "reward_granted" | "reward_available" | "reward_adjusted" | "reward_reversed" | "reward_denied" | "reward_expired" | "reward_fulfilled" | "coupon_ready" | "reward_choice_due" | "payout_settled" | "payout_failed" | "points_expiring" | "level_reached" | "level_ending" | "level_lost" | "badge_earned" | "seat_confirmed" | "seat_from_waiting_list" | "seat_waiting" | "gathering_cancelled" | "redemption_confirmed" | "claim_received" | "claim_approved" | "claim_refused" | "claim_expiring" | "claim_expired" | "case_assigned" | "case_due" | "case_moved" | "lead_received" | "lead_accepted" | "lead_refused" | "lead_due" | "request_received" | "request_answered" | "slip_received" | "deliverable_due" | "deliverable_approved" | "deliverable_refused" | "share_verified" | "contest_won" | "contest_alternate" | "contest_accept_due" | "contest_lost_prize" | "leaderboard_final" | "occasion_reached" | "sign_in" | "operator_sign_in" | "operator_reset" | "operator_invited" | "weekly_digest" | "friend_invited" | "payout_details_changed" | "help_answered" | "help_waiting" | "operators_weekly" | "review_needed" | "application_waiting" | "claim_waiting" | "case_overdue" | "budget_low" | "stock_low" | "payout_failed_notice" | "refund_unmatched" | "webhook_dead" | "webhook_disabled";
            /** @default en */
            locale?: string;
        };
        Me: {
            /** @description Null for a key, and for whoever came by the link that the start printed. */
            operator: {
                id: string;
                name: string;
                email: string;
                two_factor: boolean;
            } | null;
            /** @enum {string} */
            role: "owner" | "manager" | "analyst" | "support" | "finance";
            /** @description What may be asked of this API. */
            permissions: string[];
            workspace: {
                slug: string;
                name: string;
                zone: string;
                sandbox: boolean;
            };
            /** @description What the header gv-workspace of a session may name. */
            workspaces: {
                slug: string;
                name: string;
                sandbox: boolean;
                /** @enum {string} */
                role: "owner" | "manager" | "analyst" | "support" | "finance";
            }[];
        };
        MemberStanding: {
            person: string;
            program: string;
            given: number;
            received: number;
            /** @description What others closed through her, by currency. */
            thanks: {
                value: components["schemas"]["Money"];
                slips: number;
            }[];
            /** @description Of the requests made to her by name whose time is over: how many she accepted and answered in time. Null below 3 of them. */
            trust: {
                kept: number;
                of: number;
                percent: number;
            } | null;
        };
        Merge: {
            /** @description per_... or user_id:..., who becomes the person in the path. */
            from: string;
            /**
             * @description Two user ids are two accounts of yours: refused with `merge_refused` unless you say that they are one person.
             * @default false
             */
            even_with_two_user_ids?: boolean;
        };
        Message: {
            id: string;
            /** @enum {string} */
            kind: "advocate_joined" | "advocate_invited" | "application_received" | "application_approved" | "application_refused" | "terms_changed" | "friend_became_advocate" | "link_reminder" | "announcement" | "personal_thanks" | "referral_created" | "referral_qualified" | "referral_rejected" | "stage_reached" | "reward_granted" | "reward_available" | "reward_adjusted" | "reward_reversed" | "reward_denied" | "reward_expired" | "reward_fulfilled" | "coupon_ready" | "reward_choice_due" | "payout_settled" | "payout_failed" | "points_expiring" | "level_reached" | "level_ending" | "level_lost" | "badge_earned" | "seat_confirmed" | "seat_from_waiting_list" | "seat_waiting" | "gathering_cancelled" | "redemption_confirmed" | "claim_received" | "claim_approved" | "claim_refused" | "claim_expiring" | "claim_expired" | "case_assigned" | "case_due" | "case_moved" | "lead_received" | "lead_accepted" | "lead_refused" | "lead_due" | "request_received" | "request_answered" | "slip_received" | "deliverable_due" | "deliverable_approved" | "deliverable_refused" | "share_verified" | "contest_won" | "contest_alternate" | "contest_accept_due" | "contest_lost_prize" | "leaderboard_final" | "occasion_reached" | "sign_in" | "operator_sign_in" | "operator_reset" | "operator_invited" | "weekly_digest" | "friend_invited" | "payout_details_changed" | "help_answered" | "help_waiting" | "operators_weekly" | "review_needed" | "application_waiting" | "claim_waiting" | "case_overdue" | "budget_low" | "stock_low" | "payout_failed_notice" | "refund_unmatched" | "webhook_dead" | "webhook_disabled";
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
        NameClaim: {
            program: string;
            person: string;
            name: string;
        };
        NameClaimTaken: {
            /** @constant */
            taken: true;
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
        NewOperator: {
            name: string;
            /** Format: email */
            email: string;
            password: string;
            /**
             * @default owner
             * @enum {string}
             */
            role?: "owner" | "manager" | "analyst" | "support" | "finance";
        };
        NewOperatorInvitation: {
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "owner" | "manager" | "analyst" | "support" | "finance";
        };
        NewPortalKey: {
            /** @description `iss` of its tokens. */
            id: string;
            secret: string;
            name: string;
        };
        NewWebhook: {
            id: string;
            url: string;
            description: string;
            /** @description Empty: everything. */
            types: string[];
            /** @description Shape of the payload; kept until you change it. */
            version: string;
            /** @enum {string} */
            status: "enabled" | "disabled";
            /** @description Why it is off: `operator`, or `gone` when it answered 410. */
            reason: string | null;
            /** @description Until then everything is signed with the old secret too. */
            rotating_until: string | null;
            /** @description Its last answer was late or missing: it waits behind no other endpoint, and none behind it. */
            slow: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            secret: string;
        };
        NewWorkspace: {
            /** @description Lower-case letters, digits and hyphens; part of every link (/r/<slug>/<code>). */
            slug: string;
            name: string;
            /** @default UTC */
            zone?: string;
        };
        Note: {
            id: string;
            person: string;
            text: string;
            /** @description Who wrote it: an operator's or a key's id. */
            author: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
        };
        NoteList: {
            data: components["schemas"]["Note"][];
            next: string | null;
        };
        NoteRemoved: {
            /** @constant */
            removed: true;
        };
        NoteText: {
            text: string;
        };
        NoticePutAway: {
            person: string;
            /** @default false */
            followed?: boolean;
        };
        Offer: {
            code: string;
            program: string;
            locale: string;
            /** @description What the recommender chose to show. */
            from: {
                name: string | null;
                picture: string | null;
            };
            /** @description In a few words; null where the program gives a friend nothing. */
            offer: string | null;
            friend_gets: {
                text: string;
                detail: string;
            }[];
            /** @description What the recommender gets. Show it beside the offer. */
            disclosure: string;
            ends_at: string | null;
            ended: boolean;
            url: string;
        };
        Operator: {
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "manager" | "analyst" | "support" | "finance";
            /** @description Signs in with a one-time code as well. */
            two_factor: boolean;
            disabled: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            last_seen_at: string | null;
            /** @description Who is asking. */
            me: boolean;
        };
        OperatorChange: {
            /** @enum {string} */
            role?: "owner" | "manager" | "analyst" | "support" | "finance";
            disabled?: boolean;
        };
        OperatorInvitation: {
            id: string;
            email: string | null;
            /** @enum {string} */
            role: "owner" | "manager" | "analyst" | "support" | "finance";
            invited_by: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            ends_at: string;
        };
        OperatorInvitationList: {
            data: components["schemas"]["OperatorInvitation"][];
        };
        OperatorInvited: {
            id: string;
        };
        OperatorList: {
            data: components["schemas"]["Operator"][];
        };
        Outreach: {
            id: string;
            name: string;
            program: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            starts_at: string;
            mails_a_week: number;
            notes_a_week: number;
            /** @enum {string} */
            status: "running" | "ended";
            planned: number;
            asked: number;
            /** @description Of those asked, who joined afterwards. */
            joined: number;
            /** @description Of those who joined, by whom somebody came. */
            referred: number;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
        };
        OutreachList: {
            data: components["schemas"]["Outreach"][];
            next: string | null;
        };
        OutreachStep: {
            nth: number;
            /** @description From 0. */
            week: number;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            week_begins: string;
            /** @enum {string} */
            way: "mail" | "note";
            group: string;
            group_name: string | null;
            /** @description null: a group whose people are not known here. */
            person: string | null;
            name: string | null;
            email: string | null;
            score: number | null;
            /** @enum {string} */
            state: "planned" | "asked" | "skipped";
            asked_at: string | null;
        };
        OutreachStepList: {
            data: components["schemas"]["OutreachStep"][];
            next: string | null;
        };
        OutreachStepWrite: {
            /** @enum {string} */
            state: "asked" | "skipped" | "planned";
        };
        OutreachWrite: {
            name: string;
            /** @description What they are asked to join. */
            program: string;
            groups: string[];
            /**
             * Format: date-time
             * @description The first week begins; now when left out.
             */
            starts_at?: string;
            /** @default 4 */
            weeks?: number;
            /** @default 20 */
            mails_a_week?: number;
            /** @default 5 */
            notes_a_week?: number;
        };
        OwnLevel: {
            key: string | null;
            name: string | null;
            since: string | null;
            /** @description Earned within the window, when it was last looked at. */
            points: number;
            perks: {
                key: string;
                name: string;
            }[];
            /** @description The level above. */
            next: {
                key: string;
                name: string;
                from: number;
            } | null;
            /** @description She fell below her level and keeps it until then; `level` is where she fits now. */
            notice: {
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                at: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                until: string;
                level: string | null;
            } | null;
        };
        OwnText: {
            key: string;
            language: ("en" | "de" | "fr" | "es" | "ar" | "it" | "pt-BR" | "nl" | "pl" | "ja" | "zh-Hans" | "he") | null;
            text: string;
        };
        OwnTextRemoved: {
            /** @constant */
            removed: true;
        };
        OwnTextWish: {
            text: string;
            /**
             * @description Null: in every language.
             * @default null
             */
            language?: ("en" | "de" | "fr" | "es" | "ar" | "it" | "pt-BR" | "nl" | "pl" | "ja" | "zh-Hans" | "he") | null;
        };
        Pace: {
            /**
             * Format: date-time
             * @description The month's beginning, in the workspace's zone.
             */
            from: string;
            data: {
                program: string;
                referrals: number;
                rewards: number;
                /** @description What those rewards are worth now. */
                given: {
                    unit: string;
                    form: string;
                    amount: number;
                }[];
            }[];
            /** @description There was more than the newest 50000 that are counted. */
            more: boolean;
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
        PayoutDetail: {
            /** @constant */
            method: "bank";
            holder: string;
            account: string;
            /** @description BIC, sort code or routing number, where the account alone does not say it. */
            bank?: string;
        } | {
            /** @constant */
            method: "paypal";
            holder: string;
            /** Format: email */
            email: string;
        } | {
            /** @constant */
            method: "other";
            holder: string;
            text: string;
        };
        PayoutDetailChange: {
            person: string;
            pay_to: components["schemas"]["PayoutDetail"] | null;
        };
        PayoutDetailShown: {
            /** @description Null: she has said nothing yet. */
            method: ("bank" | "paypal" | "other") | null;
            hint: string | null;
            changed_at: string | null;
        };
        PayoutList: {
            data: components["schemas"]["Payout"][];
            next: string | null;
        };
        PayoutOrder: {
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
            /** @description What the preview came to: where it is another by now, nothing is paid and the answer is 409 `conflict`. */
            expected_total?: number;
        };
        PayoutPreview: {
            payouts: {
                person: string;
                value: components["schemas"]["Money"];
            }[];
            total: components["schemas"]["Money"];
            /** @description Who would be paid, also those not listed. */
            people: number;
        };
        PayoutPreviewWish: {
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
            /** @description Only the largest so many payouts; all of them when left out. */
            lines?: number;
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
        PeopleQuestion: {
            text?: string;
            /** @description Takes part in it. */
            program?: string;
            /** Format: date-time */
            joined_since?: string;
            country?: string;
            segment?: string;
            /** @description As a segment's. */
            filter?: components["schemas"]["SegmentFilter"];
            /**
             * @default newest
             * @enum {string}
             */
            sort?: "newest" | "score";
            /** @default 50 */
            limit?: number;
            /** @description `next` of the page before. */
            after?: string;
        };
        Performance: {
            program: string;
            person: string;
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
            codes: {
                link: string;
                code: string;
                channel: string | null;
                /** @description Without robots. */
                visits: number;
                signups: number;
                customers: number;
                orders: number;
                /** @description Of those orders, without what was returned. */
                revenue: components["schemas"]["Money"][];
                earned: components["schemas"]["Money"][];
            }[];
            deliverables: {
                approved: number;
                waiting: number;
            };
            /** @description What no friend brought: deliverables, prizes. */
            earned_otherwise: components["schemas"]["Money"][];
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
        PersonName: {
            /** @description As it was asked for. */
            id: string;
            name: string | null;
            email: string | null;
            user_id: string | null;
            erased: boolean;
        };
        PersonNames: {
            data: components["schemas"]["PersonName"][];
        };
        PersonNamesAsked: {
            ids: string[];
        };
        PersonSearch: {
            email?: string;
            phone?: string;
            user_id?: string;
            anonymous_id?: string;
            code?: string;
        };
        PersonStory: {
            person: string;
            /** @description Referrals in which she is the friend. */
            referred_by: components["schemas"]["Referral"][];
            /** @description Newest first: her latest events and rewards. */
            timeline: components["schemas"]["StoryItem"][];
            tell: components["schemas"]["Telling"][];
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
        Place: {
            id: string;
            program: string;
            external_id: string;
            name: string;
            latitude: number;
            longitude: number;
            capacity: number;
            /** @description Open offers and accepted cases. */
            taken: number;
            /** @description Who answers for it. */
            person: string;
            active: boolean;
        };
        PlaceAnswer: {
            /** @description null: she cannot come, and why. */
            state: ("seat" | "waiting" | "left") | null;
            reason: ("cancelled" | "over" | "level_missing") | null;
            /** @description 1 is the next who gets a seat. */
            waiting_place: number | null;
        };
        PlaceList: {
            data: components["schemas"]["Place"][];
            next: string | null;
        };
        PlaceWrite: {
            name: string;
            latitude: number;
            longitude: number;
            /** @description How many cases at once. */
            capacity: number;
            person: string;
            /** @default true */
            active?: boolean;
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
        PolicyEffect: {
            program: string;
            days: number;
            scored: number;
            /** @description Each reason's own weight, where the policy says no other. */
            weights: {
                [key: string]: number;
            };
            /** @description Only the newest 20,000 were looked at. */
            truncated: boolean;
            before: {
                allow: number;
                hold: number;
                refuse: number;
            };
            after: {
                allow: number;
                hold: number;
                refuse: number;
            };
            changed_total: number;
            changed: {
                review: string;
                friend: string;
                advocate: string;
                score: number;
                score_after: number;
                /** @enum {string} */
                verdict: "allow" | "hold" | "refuse";
                /** @enum {string} */
                verdict_after: "allow" | "hold" | "refuse";
                state: string;
            }[];
            /** @description What the referrals were granted whose verdict would be another. */
            money: {
                /** @enum {string} */
                from: "allow" | "hold" | "refuse";
                /** @enum {string} */
                to: "allow" | "hold" | "refuse";
                value: components["schemas"]["Money"];
                rewards: number;
            }[];
            /** @description Of what operators refused and approved in that time: how many this policy would have stopped. */
            decided: {
                refused: number;
                refused_stopped: number;
                approved: number;
                approved_stopped: number;
            };
        };
        PolicyPreview: {
            program: string;
            risk: {
                /**
                 * @description From this score on a referral's rewards wait for a review.
                 * @default 50
                 */
                hold_at?: number;
                /** @description From this score on they are refused at once. Left out: nothing is refused unseen, but by a block list. */
                refuse_at?: number;
                /**
                 * @description What nobody has reviewed by then is decided by `unreviewed`.
                 * @default 14d
                 */
                review_within?: string;
                /**
                 * @default refuse
                 * @enum {string}
                 */
                unreviewed?: "refuse" | "pay";
                /**
                 * @description 0 leaves a reason out.
                 * @default {}
                 */
                weights?: {
                    [key: string]: number;
                };
                /**
                 * @description More referrals of one advocate than this count against her, fully so at twice as many.
                 * @default {}
                 */
                velocity?: {
                    /** @default 10 */
                    count?: number;
                    /** @default 1d */
                    within?: string;
                };
                /**
                 * @description Sooner after the touch than this counts.
                 * @default 10
                 */
                quickest_seconds?: number;
                /**
                 * @description Host names besides the known ones.
                 * @default []
                 */
                coupon_sites?: string[];
            };
            /** @default 30 */
            days?: number;
        };
        PortalAct: {
            act: string;
            label: string;
            /** @enum {string} */
            method: "POST" | "PUT" | "PATCH" | "DELETE";
            path: string;
            /** @description To be sent as it is; `fields` are asked for. */
            body?: {
                [key: string]: unknown;
            };
            fields?: {
                name: string;
                label: string;
                /** @enum {string} */
                kind: "text" | "long_text" | "email" | "url" | "money" | "choice";
                required: boolean;
                /** @description Of a choice. An empty value is left out of the body. */
                options?: {
                    value: string;
                    label: string;
                }[];
            }[];
        };
        PortalBalance: {
            kind: string;
            unit: string;
            available: number;
            pending: number;
            in_flight: number;
            /** @description "$20.00 available, $10.00 waiting". */
            text: string;
        };
        PortalBrand: {
            tokens: {
                /** @description CSS custom properties, --gv-primary and so on; every text pair can be read. */
                light: {
                    [key: string]: string;
                };
                /** @description CSS custom properties, --gv-primary and so on; every text pair can be read. */
                dark: {
                    [key: string]: string;
                };
            };
            name: string;
            logo_url: string | null;
            support_email: string | null;
            privacy_url: string | null;
            powered_by: boolean;
        };
        PortalChannel: {
            channel: string;
            /**
             * @description copy: to the clipboard; url: open `url`; native: the phone's own sheet; qr: show the code.
             * @enum {string}
             */
            kind: "copy" | "url" | "native" | "qr";
            label: string;
            /** @description The advocate's link with this channel's name, so that it is counted as such. */
            link: string;
            subject: string | null;
            /** @description With link and disclosure in it. May be changed before it is sent; the disclosure stays. */
            text: string;
            /** @description With the text in it as it stands; {subject} and {text} are where an edited one goes in template. */
            url: string | null;
            /** @description The address with {subject}, {text} and {link} to be filled in, each URL-encoded. */
            template: string | null;
            /** @description The most characters this channel takes. */
            max: number | null;
        };
        PortalCode: {
            workspace: string;
            email: string;
            code: string;
        };
        PortalHome: {
            locale: string;
            /** @enum {string} */
            dir: "ltr" | "rtl";
            zone: string;
            workspace: {
                slug: string;
                name: string;
            };
            brand: components["schemas"]["PortalBrand"];
            /** @description Null where nobody has signed in. */
            person: {
                id: string;
                name: string | null;
                email: string | null;
                picture: string | null;
                joined_at: string | null;
            } | null;
            programs: {
                key: string;
                name: string;
                /** @enum {string} */
                kind: "direct" | "two_way" | "affiliate" | "loyalty" | "advocacy" | "partner" | "tiered" | "contest" | "employee" | "community" | "social" | "influencer" | "occasion" | "lead_exchange" | "subscription" | "pipeline" | "network";
                /** @enum {string} */
                status: "open" | "paused" | "ended";
                /** @enum {string} */
                joined: "active" | "applied" | "refused" | "left" | "none";
            }[];
            program: {
                key: string;
                /** @enum {string} */
                kind: "direct" | "two_way" | "affiliate" | "loyalty" | "advocacy" | "partner" | "tiered" | "contest" | "employee" | "community" | "social" | "influencer" | "occasion" | "lead_exchange" | "subscription" | "pipeline" | "network";
                name: string;
                description: string | null;
                /** @enum {string} */
                status: "open" | "paused" | "ended";
                /** @enum {string} */
                join: "automatic" | "apply" | "invite";
                /** @description What is asked of those who join: the `answers` of POST /v1/portal/join. */
                form: {
                    key: string;
                    /** @description Empty for the one field that a program has by itself. */
                    label: string;
                    help: string | null;
                    /** @enum {string} */
                    type: "text" | "email" | "url" | "select" | "number" | "checkbox";
                    required: boolean;
                    options: {
                        key: string;
                        label: string;
                    }[] | null;
                }[];
                /** @enum {string} */
                joined: "active" | "applied" | "refused" | "left" | "none";
                ends_at: string | null;
                /** @description The end in the reader's zone, in words. */
                ends_text: string | null;
                features: ("share" | "referrals" | "rewards" | "redeem" | "catalogue" | "choice" | "payout" | "levels" | "badges" | "leaderboard" | "contest" | "learn" | "claim" | "name_claim" | "retro_claim" | "testimonial" | "leads" | "cases" | "requests" | "deals" | "vacancies" | "deliverables" | "shares" | "gatherings" | "slips" | "terms" | "feedback")[];
                /** @description What the business says of the portal's menu: rooms that come first, and rooms that are left out. */
                rooms: {
                    order: string[];
                    hidden: string[];
                };
            };
            how: components["schemas"]["PortalHow"];
            share: components["schemas"]["PortalShare"] | null;
            stats: {
                visits: number;
                referrals: number;
                qualified: number;
            };
            balances: components["schemas"]["PortalBalance"][];
            /** @description The newest announcement to her that is shown on her own side and that she has not put away. */
            notice: {
                id: string;
                title: string;
                paragraphs: string[];
                action: {
                    label: string;
                    url: string;
                } | null;
            } | null;
            /** @description After which good moment she may be asked how easy it was: at most once in 90 days, and each moment once. */
            ask: ("share" | "reward") | null;
            /** @description The portal's own texts in this language: ICU messages by key. */
            words: {
                [key: string]: string;
            };
        };
        /** @description Made from the program's own rules, so that the two cannot disagree. */
        PortalHow: {
            headline: string;
            you_get: {
                /** @description What, and when. */
                text: string;
                /** @description Its terms in sentences. */
                detail: string;
            }[];
            friend_gets: {
                /** @description What, and when. */
                text: string;
                /** @description Its terms in sentences. */
                detail: string;
            }[];
            steps: {
                title: string;
                text: string;
            }[];
            faq: {
                question: string;
                answer: string;
            }[];
            terms: {
                version: string;
                text: string;
                /** @description By this member, in this version. False for somebody unknown. */
                accepted: boolean;
            } | null;
        };
        PortalItem: {
            id: string;
            title: string;
            text: string | null;
            /** @description The thing's own state; its colour follows from `tone`. */
            status: string;
            /** @enum {string} */
            tone: "waiting" | "good" | "bad" | "over";
            status_label: string;
            why: string;
            at: string | null;
            deadline: string | null;
            deadline_text: string | null;
            stages: {
                key: string;
                label: string;
                /** @description When, or a moment on the way to it; null: not yet. */
                done_at: string | null;
            }[] | null;
            acts: components["schemas"]["PortalAct"][];
        };
        PortalItems: {
            data: components["schemas"]["PortalItem"][];
            /** @description Send it as `after` for the next page; null at the end. */
            next: string | null;
            summary: string | null;
            /** @description What can be begun here. */
            acts: components["schemas"]["PortalAct"][];
        };
        PortalJoin: {
            program: string;
            /** @description per_... or user_id:...; `me` for a person on her own side. */
            person: string;
            name?: string;
            /** @default {} */
            answers?: {
                [key: string]: string | number | boolean;
            };
            /** @description The number of the terms that she was shown. */
            terms?: number;
            /** @description In which she read them. */
            language?: string;
        };
        PortalJoined: {
            program: string;
            person: string;
            /** @enum {string} */
            status: "active" | "applied" | "refused" | "left";
        };
        PortalKey: {
            id: string;
            name: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            revoked_at: string | null;
        };
        PortalKeyList: {
            data: components["schemas"]["PortalKey"][];
            next: string | null;
        };
        PortalKeyWrite: {
            /** @default  */
            name?: string;
        };
        PortalLearn: {
            guidelines: {
                title: string;
                text: string;
            }[];
            /** @description What the business wrote to help. */
            articles: {
                id: string;
                title: string;
                text: string;
            }[];
            assets: {
                name: string;
                kind: string;
                url: string;
                alt: string | null;
            }[];
            disclosure: string;
        };
        PortalPreferences: {
            locale: string;
            zone: string;
            mail: {
                /** @enum {string} */
                topic: "referrals" | "rewards" | "levels" | "events" | "work" | "news";
                label: string;
                on: boolean;
            }[];
            /**
             * @description Each thing by itself, once a week, or nothing but what is essential.
             * @enum {string}
             */
            digest: "each" | "weekly" | "none";
        };
        PortalPreferencesChange: {
            person: string;
            locale?: string;
            zone?: string;
            /** @description By topic: wanted or not. */
            mail?: {
                [key: string]: boolean;
            };
            /** @enum {string} */
            digest?: "each" | "weekly" | "none";
        };
        PortalProvider: {
            issuer: string;
            client_id: string;
            scopes: string;
            /** @description Whether somebody whom we do not know may come in by it. */
            new_people: boolean;
            /** @description On the button. */
            label: string;
            /** @description Tell the provider this address. */
            redirect_uri: string;
            /** @description Where people begin. */
            start_url: string;
        };
        PortalProviderRemoved: {
            /** @constant */
            removed: true;
        };
        PortalProviderWrite: {
            /**
             * Format: uri
             * @description As the provider's own description says it, to the letter.
             */
            issuer: string;
            client_id: string;
            client_secret: string;
            /** @default openid email profile */
            scopes?: string;
            /** @default true */
            new_people?: boolean;
            /** @default Sign in with your account */
            label?: string;
        };
        PortalReferral: {
            id: string;
            /** @description "Friend of 3 May", or the name where the friend or the advocate herself gave it. */
            friend: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            stage: string;
            stages: {
                key: string;
                label: string;
                /** @description When, or a moment on the way to it; null: not yet. */
                done_at: string | null;
            }[];
            /** @enum {string} */
            status: "waiting" | "counts" | "refused" | "gone";
            status_label: string;
            why: string;
            rewards: {
                text: string;
                /** @enum {string} */
                status: "waiting" | "available" | "on_its_way" | "paid" | "given" | "taken_back" | "refused" | "expired";
                status_label: string;
            }[];
        };
        PortalReward: {
            id: string;
            title: string;
            amount_text: string;
            for: string;
            /** @enum {string} */
            status: "waiting" | "available" | "on_its_way" | "paid" | "given" | "taken_back" | "refused" | "expired";
            status_label: string;
            why: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            available_at: string | null;
            coupon: {
                code: string;
                valid_until: string | null;
            } | null;
            choices: {
                key: string;
                text: string;
            }[] | null;
        };
        PortalShare: {
            link: string;
            code: string;
            disclosure: string;
            /** @description Addresses; send the same credentials. */
            qr: {
                svg: string;
                png: string;
            };
            channels: components["schemas"]["PortalChannel"][];
        };
        PortalSignIn: {
            /** @description Its slug. */
            workspace: string;
            /** @description Where it may be joined by anybody, somebody new is signed up. */
            program?: string;
            email: string;
            locale?: string;
        };
        PortalSignInSent: {
            /** @constant */
            sent: true;
        };
        /** @default {} */
        PortalSignOut: {
            /** @default false */
            everywhere?: boolean;
        };
        PortalSignedIn: {
            person: string;
            program: string | null;
        };
        PortalSignedOut: {
            /** @constant */
            signed_out: true;
        };
        PortalStanding: {
            level: {
                name: string;
                perks: string[];
                points: number;
                next: {
                    name: string;
                    need_text: string;
                    from: number;
                } | null;
                ends_at: string | null;
                ends_text: string | null;
            } | null;
            badges: {
                key: string;
                name: string;
                earned_at: string | null;
                how: string;
            }[];
            leaderboard: {
                period: string;
                label: string;
                ends_at: string | null;
                rank: number | null;
                hidden: boolean;
                rows: {
                    rank: number;
                    name: string;
                    score: number;
                    score_text: string;
                    me: boolean;
                }[];
            } | null;
            contests: {
                key: string;
                name: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                starts_at: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                ends_at: string;
                ends_text: string;
                entries: number;
                rules_text: string;
                prizes: string[];
                result: string | null;
                acts: components["schemas"]["PortalAct"][];
            }[];
        };
        PortalToken: {
            token: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            expires_at: string;
        };
        PortalTokenWish: {
            user_id: string;
            email?: string;
            name?: string;
            locale?: string;
            program?: string;
            /**
             * Format: uri
             * @description The origin of the page: no other page can use the token.
             */
            origin?: string;
            /** @default 3600 */
            seconds?: number;
        };
        Preset: {
            key: string;
            kind: string;
            name: string;
            description: string | null;
        };
        PrizeAcceptance: {
            person: string;
            /** @default true */
            accept?: boolean;
        };
        PrizeAnswer: {
            accepted: boolean;
            place: number | null;
            reason: ("not_drawn" | "not_a_winner" | "not_her_turn" | "too_late" | "declined") | null;
        };
        /** @description RFC 9457 problem details. `code` is from a closed list; branch on it. */
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "json_invalid" | "encoding_invalid" | "nesting_too_deep" | "key_forbidden" | "hook_refused" | "body_missing" | "request_malformed" | "cursor_invalid" | "idempotency_key_invalid" | "key_in_query" | "request_timeout" | "body_too_large" | "uri_too_long" | "media_type_unsupported" | "headers_too_large" | "unauthenticated" | "key_invalid" | "token_invalid" | "session_invalid" | "code_wrong" | "link_invalid" | "signature_invalid" | "cross_site" | "key_kind_refused" | "scope_missing" | "sandbox_only" | "not_found" | "method_not_allowed" | "rate_limited" | "validation_failed" | "too_many_events" | "event_invalid" | "event_refused" | "event_conflict" | "occurred_at_in_future" | "occurred_at_too_old" | "currency_unknown" | "currency_mismatch" | "person_missing" | "order_missing" | "program_unknown" | "import_not_open" | "conflict" | "idempotency_conflict" | "idempotency_in_progress" | "program_has_errors" | "draft_changed" | "program_not_live" | "code_taken" | "insufficient_balance" | "second_person_needed" | "budget_exhausted" | "beyond_exact" | "lead_limit_reached" | "merge_refused" | "source_disabled" | "person_erased" | "internal" | "overloaded" | "unavailable" | "not_ready";
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
            /** @description Of the draft: counts up each time it is saved. PUT takes it back as `revision`. */
            revision: number;
            /** @description Who saved the draft, and when. */
            saved: {
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                at: string;
                by: string;
            } | null;
            /** @description What the linter says of the draft, or without one of what is live. */
            findings: components["schemas"]["Finding"][];
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
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
                /** @description Only people of this segment may join, apply or be asked. Who takes part already stays when she leaves it. */
                audience?: string;
                /**
                 * @default automatic
                 * @enum {string}
                 */
                join?: "automatic" | "apply" | "invite";
                /** @description What those who join are asked. The answers are shown to who decides. */
                form?: {
                    key: string;
                    /** @description By language: { en: ..., de: ... }. */
                    label: {
                        [key: string]: string;
                    };
                    help?: {
                        [key: string]: string;
                    };
                    /**
                     * @default text
                     * @enum {string}
                     */
                    type?: "text" | "email" | "url" | "select" | "number" | "checkbox";
                    /** @default false */
                    required?: boolean;
                    /** @description Of a select. */
                    options?: {
                        key: string;
                        label?: {
                            [key: string]: string;
                        };
                    }[];
                }[];
                /**
                 * @description join: a friend whose first order has passed its hold becomes an advocate by itself, unless she left before.
                 * @default ask
                 * @enum {string}
                 */
                friends?: "ask" | "join";
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
                } | {
                    /**
                     * @description Of two companies in a fact of ours: into the giver's account, out of the taker's.
                     * @constant
                     */
                    giver: true;
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
            levels?: {
                /**
                 * @description Points count this long after they became available.
                 * @default 12 months
                 */
                window?: string;
                /**
                 * @description Who falls below her level keeps it this long, and is told.
                 * @default 30d
                 */
                notice?: string;
                steps: {
                    key: string;
                    name: string;
                    /** @description Points within the window. */
                    from: number;
                    /** @default [] */
                    perks?: {
                        key: string;
                        name: string;
                    }[];
                }[];
            };
            claims?: {
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
                    answer?: "approve" | "refuse";
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
            case?: {
                /**
                 * @description How long a case may stay in each stage; a stage without an entry is never late.
                 * @default {}
                 */
                due?: {
                    [key: string]: string;
                };
                /** @description Who looks after all cases, unless a case names another. */
                coordinator?: string;
                /** @default {} */
                remind?: {
                    /**
                     * @description The owner is reminded this long after the due date.
                     * @default 1d
                     */
                    owner?: string;
                    /**
                     * @description The coordinator is told this long after the due date.
                     * @default 3d
                     */
                    coordinator?: string;
                };
                /** @description Cases may be offered to places (/v1/places). */
                places?: {
                    /**
                     * @description So many places with room are asked, the nearest first.
                     * @default 3
                     */
                    nearest?: number;
                    /**
                     * @description Then the next is asked.
                     * @default 24h
                     */
                    accept_within?: string;
                    /**
                     * @description From accepting to the answer back.
                     * @default 7d
                     */
                    answer_within?: string;
                };
            };
            exchange?: {
                /**
                 * @description Then the lead goes back.
                 * @default 48h
                 */
                accept_within?: string;
                /**
                 * @description A company may have received at most so many leads more than it gave. Leads that wait for its answer count.
                 * @default 3
                 */
                debt_limit?: number;
            };
            requests?: {
                /**
                 * @description Then the request expires.
                 * @default 14d
                 */
                answer_within?: string;
                /** @default {} */
                trust?: {
                    /**
                     * @description Requests of this time count.
                     * @default 12 months
                     */
                    over?: string;
                    /**
                     * @description With fewer requests, no trust is shown.
                     * @default 3
                     */
                    hidden_below?: number;
                };
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
            risk?: {
                /**
                 * @description From this score on a referral's rewards wait for a review.
                 * @default 50
                 */
                hold_at?: number;
                /** @description From this score on they are refused at once. Left out: nothing is refused unseen, but by a block list. */
                refuse_at?: number;
                /**
                 * @description What nobody has reviewed by then is decided by `unreviewed`.
                 * @default 14d
                 */
                review_within?: string;
                /**
                 * @default refuse
                 * @enum {string}
                 */
                unreviewed?: "refuse" | "pay";
                /**
                 * @description 0 leaves a reason out.
                 * @default {}
                 */
                weights?: {
                    [key: string]: number;
                };
                /**
                 * @description More referrals of one advocate than this count against her, fully so at twice as many.
                 * @default {}
                 */
                velocity?: {
                    /** @default 10 */
                    count?: number;
                    /** @default 1d */
                    within?: string;
                };
                /**
                 * @description Sooner after the touch than this counts.
                 * @default 10
                 */
                quickest_seconds?: number;
                /**
                 * @description Host names besides the known ones.
                 * @default []
                 */
                coupon_sites?: string[];
            };
            eligibility?: {
                regions?: string[];
                minimum_age?: number;
                /**
                 * @description What becomes of somebody whose country or age is not known.
                 * @default refuse
                 * @enum {string}
                 */
                unknown?: "refuse" | "allow";
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
                landing?: {
                    /** @default true */
                    enabled?: boolean;
                    /** @description In their order. Left out: hero, offer, action, steps, proof, faq. */
                    blocks?: ({
                        /** @constant */
                        block: "hero";
                        title?: string | {
                            [key: string]: string;
                        };
                        text?: string | {
                            [key: string]: string;
                        };
                        /** Format: uri */
                        image?: string;
                    } | {
                        /** @constant */
                        block: "offer";
                        title?: string | {
                            [key: string]: string;
                        };
                        text?: string | {
                            [key: string]: string;
                        };
                    } | {
                        /** @constant */
                        block: "steps";
                        title?: string | {
                            [key: string]: string;
                        };
                        items?: (string | {
                            [key: string]: string;
                        })[];
                    } | {
                        /** @constant */
                        block: "proof";
                        title?: string | {
                            [key: string]: string;
                        };
                        /** @default 3 */
                        most?: number;
                    } | {
                        /** @constant */
                        block: "faq";
                        title?: string | {
                            [key: string]: string;
                        };
                        items?: {
                            question: string | {
                                [key: string]: string;
                            };
                            answer: string | {
                                [key: string]: string;
                            };
                        }[];
                    } | {
                        /** @constant */
                        block: "text";
                        title?: string | {
                            [key: string]: string;
                        };
                        text: string | {
                            [key: string]: string;
                        };
                    } | {
                        /** @constant */
                        block: "image";
                        /** Format: uri */
                        src: string;
                        alt: string | {
                            [key: string]: string;
                        };
                    } | {
                        /** @constant */
                        block: "video";
                        /** Format: uri */
                        url: string;
                        title: string | {
                            [key: string]: string;
                        };
                    } | {
                        /** @constant */
                        block: "countdown";
                    } | {
                        /** @constant */
                        block: "action";
                        label?: string | {
                            [key: string]: string;
                        };
                    })[];
                    /** @description Liquid and HTML of your own in place of the blocks; sanitised, nothing in it runs. */
                    template?: string;
                    /** @description For the template. */
                    css?: string;
                    /**
                     * @description Other versions of the page: each link always shows the same one.
                     * @default []
                     */
                    variants?: {
                        key: string;
                        /** @description In their order. Left out: hero, offer, action, steps, proof, faq. */
                        blocks?: ({
                            /** @constant */
                            block: "hero";
                            title?: string | {
                                [key: string]: string;
                            };
                            text?: string | {
                                [key: string]: string;
                            };
                            /** Format: uri */
                            image?: string;
                        } | {
                            /** @constant */
                            block: "offer";
                            title?: string | {
                                [key: string]: string;
                            };
                            text?: string | {
                                [key: string]: string;
                            };
                        } | {
                            /** @constant */
                            block: "steps";
                            title?: string | {
                                [key: string]: string;
                            };
                            items?: (string | {
                                [key: string]: string;
                            })[];
                        } | {
                            /** @constant */
                            block: "proof";
                            title?: string | {
                                [key: string]: string;
                            };
                            /** @default 3 */
                            most?: number;
                        } | {
                            /** @constant */
                            block: "faq";
                            title?: string | {
                                [key: string]: string;
                            };
                            items?: {
                                question: string | {
                                    [key: string]: string;
                                };
                                answer: string | {
                                    [key: string]: string;
                                };
                            }[];
                        } | {
                            /** @constant */
                            block: "text";
                            title?: string | {
                                [key: string]: string;
                            };
                            text: string | {
                                [key: string]: string;
                            };
                        } | {
                            /** @constant */
                            block: "image";
                            /** Format: uri */
                            src: string;
                            alt: string | {
                                [key: string]: string;
                            };
                        } | {
                            /** @constant */
                            block: "video";
                            /** Format: uri */
                            url: string;
                            title: string | {
                                [key: string]: string;
                            };
                        } | {
                            /** @constant */
                            block: "countdown";
                        } | {
                            /** @constant */
                            block: "action";
                            label?: string | {
                                [key: string]: string;
                            };
                        })[];
                        /** @description Liquid and HTML of your own in place of the blocks; sanitised, nothing in it runs. */
                        template?: string;
                        /** @description For the template. */
                        css?: string;
                    }[];
                    /** @default {} */
                    claim?: {
                        /**
                         * @description code: the button leads on with the code. email: an address is asked first.
                         * @default code
                         * @enum {string}
                         */
                        by?: "code" | "email";
                        /**
                         * @description What an address that was given becomes: a rule may give a coupon for it.
                         * @default lead
                         * @enum {string}
                         */
                        event?: "lead" | "signup";
                    };
                    /** @description When the offer to friends ends. Shown as a date; a claim after it is told so. */
                    ends_at?: string;
                    /** @description Of the browser's tab, the preview and search results. */
                    title?: string | {
                        [key: string]: string;
                    };
                    description?: string | {
                        [key: string]: string;
                    };
                    /** Format: uri */
                    privacy_url?: string;
                };
                portal?: {
                    /**
                     * @description Rooms that come first in the portal's menu, in this order; the others follow as usual.
                     * @default []
                     */
                    order?: ("share" | "claim" | "deals" | "vacancies" | "leads" | "requests" | "slips" | "cases" | "deliverables" | "shares" | "gatherings" | "referrals" | "rewards" | "catalogue" | "standing" | "how" | "learn" | "name_claim" | "retro_claim" | "testimonial" | "help" | "settings")[];
                    /**
                     * @description Rooms that this program's portal leaves out.
                     * @default []
                     */
                    hidden?: ("share" | "claim" | "deals" | "vacancies" | "leads" | "requests" | "slips" | "cases" | "deliverables" | "shares" | "gatherings" | "referrals" | "catalogue" | "standing" | "learn" | "name_claim" | "retro_claim" | "testimonial")[];
                };
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
        ProgramExample: {
            spend: components["schemas"]["Money"];
            /** @description Which friend of the advocate's this is: the ones before her have done the same. */
            friends: number;
            steps: {
                /**
                 * @description again: the same friend once more.
                 * @enum {string}
                 */
                kind: "joined" | "stage" | "again" | "activity";
                name: string;
                event: string;
                rewards: {
                    rule: string;
                    form: string;
                    unit: string;
                    rewards: number;
                    /** @description Minor units of a currency, or a count of another unit. */
                    amount: number;
                }[];
            }[];
            total: components["schemas"]["Money"][];
            /** @description Rewards that nobody gets in this example. */
            silent: string[];
        };
        ProgramFromPreset: {
            preset: string;
            name?: string;
        };
        ProgramLevels: {
            program: string;
            window: string;
            notice: string;
            levels: components["schemas"]["Level"][];
        };
        ProgramList: {
            data: components["schemas"]["Program"][];
            next: string | null;
        };
        /** @description Words and example are null while some value cannot be read; the findings say which. */
        ProgramPreview: {
            findings: components["schemas"]["Finding"][];
            words: components["schemas"]["ProgramWords"] | null;
            example: components["schemas"]["ProgramExample"] | null;
        };
        ProgramPreviewWish: {
            definition: {
                [key: string]: unknown;
            };
            locale?: string;
            /** @description What the friend in the example spends. */
            spend?: string;
            /** @default 1 */
            friends?: number;
        };
        ProgramTerms: {
            program: string;
            current: number | null;
            data: components["schemas"]["Terms"][];
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
        ProgramWords: {
            headline: string;
            you_get: {
                /** @description What, and when. */
                text: string;
                /** @description Its terms in sentences. */
                detail: string;
            }[];
            friend_gets: {
                /** @description What, and when. */
                text: string;
                /** @description Its terms in sentences. */
                detail: string;
            }[];
            steps: {
                title: string;
                text: string;
            }[];
            faq: {
                question: string;
                answer: string;
            }[];
            /** @description Each reward as a sentence, as whoever gets it reads it, in the definition's order. */
            rules: {
                key: string;
                text: string;
                detail: string;
            }[];
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
            /** @description Publishes this draft and no other: 409 `draft_changed` when another was saved since. */
            revision?: number;
        };
        RankVisibility: {
            hidden: boolean;
        };
        ReasonGiven: {
            reason: string;
        };
        Reassign: {
            advocate: string;
            reason: string;
        };
        Redemption: {
            id: string;
            person: string;
            /** @description Key of the catalogue item; null for a balance spent elsewhere. */
            item: string | null;
            name: string | null;
            kind: string;
            value: components["schemas"]["Money"];
            reference: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            cancelled_at: string | null;
        };
        RedemptionAnswer: {
            redeemed: boolean;
            /** @description Why not. */
            reason: ("inactive" | "level_missing" | "out_of_stock" | "limit_reached" | "insufficient_balance") | null;
            redemption: components["schemas"]["Redemption"] | null;
            /** @description What the person has left of what was asked for, in minor units. */
            left: number;
        };
        RedemptionList: {
            data: components["schemas"]["Redemption"][];
            next: string | null;
        };
        RedemptionWish: {
            person: string;
            item: string;
            reference?: string;
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
        ReferralStory: {
            referral: components["schemas"]["Referral"];
            /** @description Newest first. */
            timeline: components["schemas"]["StoryItem"][];
            tell: components["schemas"]["Telling"][];
        };
        ReferralWrite: {
            program: string;
            advocate: string;
            friend: string;
            reason: string;
        };
        RefusedCall: {
            id: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            /** @description `key_...`, `operator` for the console, `member` for a person on her own side. */
            key: string;
            method: string;
            /** @description The endpoint, without ids. */
            path: string;
            status: number;
            code: string;
            ms: number;
            request_id: string;
        };
        RefusedCallList: {
            data: components["schemas"]["RefusedCall"][];
            next: string | null;
        };
        RemovedOperator: {
            id: string;
            /** @constant */
            removed: true;
        };
        Report: {
            report: string;
            period: {
                /** @description A day in the workspace's zone, as 2026-11-22. */
                from: string;
                /** @description A day in the workspace's zone, as 2026-11-22. */
                to: string;
                days: number;
                zone: string;
            };
            compared: components["schemas"]["ReportPeriod"] | null;
            program: string | null;
            by: ("program" | "channel" | "country" | "evidence" | "stage" | "newness" | "rule" | "form" | "side") | null;
            freshness: {
                /** @description Everything received before is counted. */
                as_of: string | null;
                /** @description False while what was there before reports began is still being counted. */
                complete: boolean;
            };
            figures: components["schemas"]["ReportFigure"][];
            groups: {
                key: string;
                /** @description All smaller groups together. */
                rest: boolean;
                figures: components["schemas"]["ReportFigure"][];
            }[] | null;
            series: {
                /** @description A day in the workspace's zone, as 2026-11-22. */
                day: string;
                metric: string;
                unit: string | null;
                value: number;
            }[] | null;
            /** @description Days that were over when something about them came in or was corrected: the latest twenty. */
            revised: {
                /** @description A day in the workspace's zone, as 2026-11-22. */
                day: string;
                metric: string;
                unit: string | null;
                program: string;
                was: number;
                value: number;
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                at: string;
            }[];
            /** @description In the report about money: the program beside other channels, each currency by itself. */
            channels: {
                /** @description Null: the programs asked for. */
                channel: string | null;
                currency: string;
                /** @description Minor units: rewards, or what was entered. */
                spend: number;
                /** @description Null: not every amount says how many. */
                customers: number | null;
                cost_per_customer: number | null;
                /** @description Amounts that were entered. */
                days: number | null;
            }[] | null;
            /** @description not_randomised: who got what was not left to chance, so differences may have other causes. margin_unknown: a program with revenue states no gross margin. several_currencies: nothing is converted. ripening: the latest people are still on their way. */
            notes: ("not_randomised" | "margin_unknown" | "several_currencies" | "ripening")[];
            /** @description What the figures mean. */
            metrics: {
                key: string;
                name: string;
                unit: string;
                formula: string;
                definition: string;
            }[];
        };
        ReportFigure: {
            metric: string;
            /** @description Money's currency or other unit. */
            unit: string | null;
            /** @description Counts and minor units are whole; shares are between 0 and 1. Null: see `reason`. */
            value: number | null;
            /** @description The 95 % interval of a share. */
            low: number | null;
            high: number | null;
            /** @description What a share is of: `above` of `below`. */
            above: number | null;
            below: number | null;
            /** @description In the period that it is compared with. Null: not compared, or no figure. */
            before: number | null;
            /** @description Why there is no value: nothing_yet, too_little_data (`missing` more are needed), future, no_rate, unknown. */
            reason: ("nothing_yet" | "too_little_data" | "future" | "no_rate" | "unknown") | null;
            missing: number | null;
            /** @description Where the rows behind it are listed. */
            rows: string | null;
        };
        ReportPeriod: {
            /** @description A day in the workspace's zone, as 2026-11-22. */
            from: string;
            /** @description A day in the workspace's zone, as 2026-11-22. */
            to: string;
            days: number;
        };
        ReportRows: {
            data: {
                /** @description Of the referral, reward, visit or person; an order's own number. */
                id: string;
                /** @enum {string} */
                kind: "referral" | "order" | "reward" | "visit" | "advocate";
                day: string | null;
                at: string | null;
                program: string;
                /** @description The friend, the recipient, or the advocate whose link was visited. */
                person: string;
                amount: number | null;
                unit: string | null;
            }[];
            next: string | null;
        };
        Request: {
            id: string;
            program: string;
            from: string;
            /** @description Null: asked of all members. */
            to: string | null;
            /** @enum {string} */
            status: "open" | "answered" | "declined" | "expired";
            text: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            asked_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            expires_at: string;
            decided_at: string | null;
            answered_by: string | null;
            introduction: string | null;
        };
        RequestAnswer: {
            /** @description Who is introduced. */
            contact: {
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
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        RequestList: {
            data: components["schemas"]["Request"][];
            next: string | null;
        };
        RequestMake: {
            program: string;
            /** @description A member. Left out: all of them. */
            to?: string;
            /** @description What is looked for. Erased with the person who wrote it. */
            text?: string;
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        Review: {
            id: string;
            program: string;
            referral: string | null;
            friend: string;
            advocate: string;
            /** @description 0 to 100. */
            score: number;
            /**
             * @description What the program's policy made of the score.
             * @enum {string}
             */
            verdict: "allow" | "hold" | "refuse";
            reasons: {
                /** @enum {string} */
                key: "blocked" | "same_email" | "same_phone" | "same_payment" | "same_device" | "same_address" | "same_household" | "shared_payment" | "shared_device" | "shared_address" | "disposable_email" | "lookalike_email" | "fast_conversion" | "velocity" | "minimum_then_refund" | "coupon_site" | "shared_network" | "blocked_network";
                points: number;
                words: string;
            }[];
            /**
             * @description open: its rewards wait for somebody to decide.
             * @enum {string}
             */
            state: "allowed" | "open" | "approved" | "refused";
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            scored_at: string;
            /** @description Until when it can be decided; then the policy decides. */
            due_at: string | null;
            decided_at: string | null;
            /** @description nobody: the time was over. */
            decided_by: ("policy" | "operator" | "nobody") | null;
            note: string | null;
        };
        ReviewDecision: {
            /** @description For your colleagues; erased with the people it is about. */
            note?: string;
        };
        ReviewDecisions: {
            /** @enum {string} */
            decision: "approve" | "refuse";
            reviews: string[];
            /** @description For your colleagues; erased with the people it is about. */
            note?: string;
        };
        ReviewEvidence: {
            id: string;
            program: string;
            referral: string | null;
            friend: string;
            advocate: string;
            /** @description 0 to 100. */
            score: number;
            /**
             * @description What the program's policy made of the score.
             * @enum {string}
             */
            verdict: "allow" | "hold" | "refuse";
            reasons: {
                /** @enum {string} */
                key: "blocked" | "same_email" | "same_phone" | "same_payment" | "same_device" | "same_address" | "same_household" | "shared_payment" | "shared_device" | "shared_address" | "disposable_email" | "lookalike_email" | "fast_conversion" | "velocity" | "minimum_then_refund" | "coupon_site" | "shared_network" | "blocked_network";
                points: number;
                words: string;
            }[];
            /**
             * @description open: its rewards wait for somebody to decide.
             * @enum {string}
             */
            state: "allowed" | "open" | "approved" | "refused";
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            scored_at: string;
            /** @description Until when it can be decided; then the policy decides. */
            due_at: string | null;
            decided_at: string | null;
            /** @description nobody: the time was over. */
            decided_by: ("policy" | "operator" | "nobody") | null;
            note: string | null;
            /** @description What the score read, as it was then: yes, no and numbers. */
            inputs: unknown;
            /** @description What friend and advocate were both seen with, as keyed hashes that a list takes (hash:...). */
            seen_with: {
                kind: string;
                value: string;
                by: string[];
            }[];
            /** @description What waits for the decision. */
            rewards: string[];
        };
        ReviewList: {
            data: components["schemas"]["Review"][];
            next: string | null;
        };
        ReviewSummary: {
            scored: number;
            open: number;
            /** @description Held, and refused by an operator. */
            caught: number;
            /** @description Held, and approved by an operator. */
            cleared: number;
            /** @description Let through, and refused or rejected by an operator later. */
            missed: number;
            /** @description Refused unseen: nobody has said whether rightly, so they count for neither figure. */
            refused_by_policy: number;
            /** @description Decided because the time was over. */
            lapsed: number;
            /** @description caught / (caught + cleared) */
            precision: number | null;
            /** @description caught / (caught + missed) */
            recall: number | null;
        };
        ReviewsDecided: {
            decided: string[];
            refused: {
                review: string;
                /** @enum {string} */
                code: "not_found" | "decided_otherwise";
            }[];
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
            /** @description What stands between it and being available: hold (time alone), approval, choice, risk, review, licence. Null: nothing. */
            waits_for: ("hold" | "approval" | "choice" | "risk" | "review" | "licence") | null;
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
            /** @description When what is left of it ends. */
            expires_at: string | null;
            /** @description How much of it ended without being used. */
            expired: number;
            revision: number;
            /** @description Terms of a coupon, name of a perk. Of a choice: the options, and once one is picked its number. */
            details: unknown;
        };
        RewardDecisions: {
            /** @enum {string} */
            decision: "approve" | "deny";
            rewards: string[];
            /** @description Needed to refuse: kept, and shown. */
            reason?: string;
            /** @default false */
            dry_run?: boolean;
        };
        RewardList: {
            data: components["schemas"]["Reward"][];
            next: string | null;
        };
        RewardTimes: {
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            since: string;
            /** @description Counted: the newest, at most 20000, of which the oldest stands in counted_from. */
            rewards: number;
            counted_from: string | null;
            /** @description Of them wait still: they are in no figure below. */
            pending: number;
            /** @description From the conversion until it could be used. */
            to_available: {
                /** @description Seconds; null while there is none to tell from. */
                median: number | null;
                /** @description Seconds; null while there is none to tell from. */
                p95: number | null;
                rewards: number;
            };
            /** @description From the conversion until a payout of it settled. */
            to_paid: {
                /** @description Seconds; null while there is none to tell from. */
                median: number | null;
                /** @description Seconds; null while there is none to tell from. */
                p95: number | null;
                rewards: number;
            };
            /** @description Available within 60 minutes of the promised instant. */
            on_time: number;
            late: number;
            /** @description Those not available yet first; fifty at most. */
            late_rewards: {
                reward: string;
                program: string;
                person: string;
                value: components["schemas"]["Money"];
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                converted_at: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                promised_at: string;
                /** @description Null: not yet. */
                available_at: string | null;
                waits_for: string | null;
            }[];
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
        RewardsDecided: {
            decided: string[];
            refused: {
                reward: string;
                /** @enum {string} */
                code: "not_found" | "not_waiting";
            }[];
            totals: {
                kind: string;
                value: components["schemas"]["Money"];
                rewards: number;
                people: number;
            }[];
        };
        RotatedWebhook: {
            id: string;
            url: string;
            description: string;
            /** @description Empty: everything. */
            types: string[];
            /** @description Shape of the payload; kept until you change it. */
            version: string;
            /** @enum {string} */
            status: "enabled" | "disabled";
            /** @description Why it is off: `operator`, or `gone` when it answered 410. */
            reason: string | null;
            /** @description Until then everything is signed with the old secret too. */
            rotating_until: string | null;
            /** @description Its last answer was late or missing: it waits behind no other endpoint, and none behind it. */
            slow: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            secret: string;
        };
        RowsTaken: {
            /** @description Bytes read: the next piece begins behind them. */
            used: number;
            next_row: number;
            /** @description Duplicates too. */
            accepted: number;
            /** @description Had come before: nothing was done twice. */
            duplicates: number;
            refused: {
                row: number;
                pointer: string;
                message: string;
                code: string;
                /** @description The row with its number and why, for a CSV file that no spreadsheet runs. */
                line: string;
            }[];
        };
        SearchResult: {
            /** @enum {string} */
            kind: "person" | "code" | "coupon" | "order" | "referral" | "reward" | "payout" | "event" | "program" | "ticket";
            /** @description Of the thing, as other endpoints take it; an order's is the business's own. */
            id: string;
            title: string;
            /** @description What tells it from others. */
            text: string | null;
            /** @description Whose it is. */
            person: string | null;
            value: components["schemas"]["Money"] | null;
        };
        SearchText: {
            q: string;
        };
        Segment: {
            id: string;
            name: string;
            description: string;
            filter: components["schemas"]["SegmentFilter"];
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            updated_at: string;
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
        SegmentChange: {
            name?: string;
            description?: string;
            filter?: components["schemas"]["SegmentFilter"];
        };
        SegmentDeleted: {
            id: string;
            /** @constant */
            deleted: true;
        };
        /** @description Field comparisons over people, joined by all, any and not. An empty object is everybody. */
        SegmentFilter: Record<string, never>;
        SegmentList: {
            data: components["schemas"]["Segment"][];
            next: string | null;
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
        SegmentPreview: {
            /** @description People in it. */
            count: number;
            /** @description False: about so many, from a part of the people drawn by chance. */
            exact: boolean;
            sample: components["schemas"]["Person"][];
        };
        SegmentQuestion: {
            filter: components["schemas"]["SegmentFilter"];
            /**
             * @description People shown, newest first.
             * @default 8
             */
            sample?: number;
        };
        SegmentWithSize: {
            id: string;
            name: string;
            description: string;
            filter: components["schemas"]["SegmentFilter"];
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            updated_at: string;
            /** @description People in it. */
            count: number;
            /** @description False: about so many, from a part of the people drawn by chance. */
            exact: boolean;
        };
        SegmentWrite: {
            name: string;
            /** @default  */
            description?: string;
            filter: components["schemas"]["SegmentFilter"];
        };
        Session: {
            id: string;
            /** @description As the browser names itself. */
            device: string | null;
            /** @description The network address it began from. */
            address: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            last_seen_at: string;
            /**
             * Format: date-time
             * @description A day after it was last used, a week after it began.
             */
            ends_at: string;
            current: boolean;
        };
        SessionList: {
            data: components["schemas"]["Session"][];
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
                /** @description Minor units by unit, up to which one operator may change a balance by hand; replaces what was there. */
                adjustment_limits?: {
                    [key: string]: number;
                };
                /** @description Apps of the business's own that open its links; replaces what was there. */
                apps?: components["schemas"]["Apps"];
                /** @description How pages, mails and the portal look; replaces what was there. */
                brand?: components["schemas"]["Brand"];
                /** @description Who says no language is spoken to in this one. */
                locale?: string;
                /** @description How mails are sent; replaces what was there. */
                mail?: components["schemas"]["MailSettings"];
                /** @description Where those who run the workspace are written to. */
                operator_email?: string | null;
                /** @description How far the console's set-up has come; replaces what was there. */
                setup?: components["schemas"]["SetupState"];
                /** @description Own texts by key ("portal.share", or "de:portal.share" for one language); replaces those that were there. */
                words?: {
                    [key: string]: string;
                };
            };
        };
        SetupState: {
            /**
             * @default define
             * @enum {string}
             */
            step?: "define" | "launch" | "improve";
            /** @description She has put it off: the first page no longer leads there. */
            dismissed?: boolean;
            /** @description The program that it is about. */
            program?: string;
            /** @description What she answered, by question. */
            answers?: {
                [key: string]: string;
            };
            /** @description What she looked at of the launch. */
            seen?: string[];
            /** @description The list for improving: when each is due and was done. */
            tasks?: {
                [key: string]: {
                    done_at?: string | null;
                    /** Format: date */
                    due?: string;
                    note?: string;
                };
            };
        };
        Share: {
            id: string;
            program: string;
            person: string;
            channel: string;
            /** @description Where it was shared, as she said. */
            url: string | null;
            /** @description Its own: post this one. */
            link: {
                id: string;
                code: string;
                url: string;
            };
            /** @enum {string} */
            status: "waiting" | "verified" | "expired";
            /** @description Different visitors so far. Never too many: two of one network count as one. */
            visitors: number;
            needed: number;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            shared_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            expires_at: string;
            verified_at: string | null;
        };
        ShareList: {
            data: components["schemas"]["Share"][];
            next: string | null;
        };
        SharePreview: {
            link: string;
            code: string;
            disclosure: string;
            channels: components["schemas"]["PortalChannel"][];
        };
        SharePreviewWish: {
            definition?: components["schemas"]["ProgramDefinition"];
            /** @default en */
            locale?: string;
            /**
             * @description Where she lives: some channels are only offered there.
             * @default null
             */
            region?: string | null;
        };
        ShareTexts: {
            program: string;
            locale: string | null;
            link: string;
            code: string;
            disclosure: string;
            texts: {
                name: string;
                subject: string | null;
                text: string;
            }[];
        };
        ShareWrite: {
            program: string;
            /** @description per_... or user_id:... */
            person: string;
            /** @description The network: x, facebook, linkedin, ... */
            channel: string;
            /**
             * @description Where it can be seen.
             * @default null
             */
            url?: string | null;
        };
        ShownPerson: {
            person: string;
            name: string | null;
            has_picture: boolean;
        };
        ShownWish: {
            /**
             * @description As friends read it; null: none.
             * @default null
             */
            name?: string | null;
            /** @description A PNG, JPEG or WebP of at most 64 kB in base64; null takes it away; left out, it stays. */
            picture?: string | null;
        };
        Slip: {
            id: string;
            program: string;
            from: string;
            to: string;
            introduction: string | null;
            /** @description What was closed. */
            value: components["schemas"]["Money"];
            text: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
        };
        SlipList: {
            data: components["schemas"]["Slip"][];
            next: string | null;
        };
        SlipWrite: {
            program: string;
            /** @description Who is thanked. */
            to: string;
            introduction?: string;
            /** @description Minor units. */
            value: number;
            currency: string;
            text?: string;
            /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
            acting_as?: string;
        };
        Source: {
            id: string;
            /** @enum {string} */
            provider: "stripe" | "shopify" | "woocommerce";
            name: string;
            /** @enum {string} */
            status: "active" | "disabled";
            /** @description Where the provider sends its webhooks. */
            url: string;
            options: components["schemas"]["SourceOptions"];
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            rotated_at: string | null;
            /** @description Until then the secret before the last one is good too. */
            former_secret_until: string | null;
            /** @description The provider said that its side was uninstalled. */
            disconnected_at: string | null;
        };
        SourceAudit: {
            id: string;
            name: string;
            /** @enum {string} */
            origin: "answers" | "orders" | "given";
            from: string | null;
            to: string | null;
            /** @description What a program is measured against. One is. */
            baseline: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            total: number;
            /** @description All sources in which somebody told her. */
            friends: {
                count: number;
                share: number;
                /** @description The share is at least this, at 95 %. */
                low: number;
                high: number;
            };
            rows: {
                source: string;
                count: number;
                friend: boolean;
                share: number;
                /** @description The share is at least this, at 95 %. */
                low: number;
                high: number;
            }[];
        };
        SourceAuditList: {
            data: components["schemas"]["SourceAudit"][];
            next: string | null;
        };
        SourceAuditWrite: {
            name: string;
            /** @enum {string} */
            origin: "answers" | "orders" | "given";
            /** Format: date-time */
            from?: string;
            /** Format: date-time */
            to?: string;
            /**
             * @description Of the origin given.
             * @default []
             */
            counts?: {
                source: string;
                count: number;
                /** @description Somebody told her. Left out: by the words of the source. */
                friend?: boolean;
            }[];
            /** @default false */
            baseline?: boolean;
        };
        SourceGroup: {
            id: string;
            /** @enum {string} */
            kind: "segment" | "partners" | "employees" | "influencers" | "communities" | "other";
            name: string;
            owner: string;
            segment: string | null;
            size: number | null;
            /** @description False: about so many. */
            exact: boolean;
            /** @description Of a segment: how many agreed and may be written to by e-mail. */
            contactable: number | null;
            /** @enum {string} */
            consent: "given" | "some" | "none" | "unknown";
            note: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
        };
        SourceGroupDeleted: {
            id: string;
            /** @constant */
            deleted: true;
        };
        SourceGroupList: {
            data: components["schemas"]["SourceGroup"][];
            next: string | null;
        };
        SourceGroupWrite: {
            /** @enum {string} */
            kind: "segment" | "partners" | "employees" | "influencers" | "communities" | "other";
            name: string;
            /**
             * @description Who looks after it.
             * @default
             */
            owner?: string;
            /**
             * @description Of the kind segment: whose people they are.
             * @default null
             */
            segment?: string | null;
            /**
             * @description About how many, where nobody can count them.
             * @default null
             */
            size?: number | null;
            /**
             * @description Whether they agreed to be written to.
             * @default unknown
             * @enum {string}
             */
            consent?: "given" | "some" | "none" | "unknown";
            /** @default  */
            note?: string;
        };
        SourceHealth: {
            source: string;
            last_received_at: string | null;
            /** @description Deliveries refused in all. */
            refused: number;
            last_refused_at: string | null;
            last_refused_reason: string | null;
            /** @description Refunds whose order is not known yet. */
            waiting: number;
            /** @description The last 30 days, by topic and what became of it. */
            received: {
                topic: string;
                status: string;
                reason: string | null;
                count: number;
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                last_at: string;
            }[];
        };
        SourceList: {
            data: components["schemas"]["Source"][];
            next: string | null;
        };
        SourceOptions: {
            /**
             * @description The provider's customer id: beside your own user ids, or the user id itself where your shop has no other.
             * @default alias
             * @enum {string}
             */
            customer: "alias" | "user_id";
            /**
             * @description Stripe: what the first invoice of a subscription is, a `payment` like the later ones or a `purchase`.
             * @default payment
             * @enum {string}
             */
            first_invoice: "payment" | "purchase";
            /**
             * @description WooCommerce: put before order and customer ids, for a second shop: each counts from 1.
             * @default
             */
            prefix: string;
        };
        SourceOptionsInput: {
            /**
             * @description The provider's customer id: beside your own user ids, or the user id itself where your shop has no other.
             * @default alias
             * @enum {string}
             */
            customer?: "alias" | "user_id";
            /**
             * @description Stripe: what the first invoice of a subscription is, a `payment` like the later ones or a `purchase`.
             * @default payment
             * @enum {string}
             */
            first_invoice?: "payment" | "purchase";
            /**
             * @description WooCommerce: put before order and customer ids, for a second shop: each counts from 1.
             * @default
             */
            prefix?: string;
        };
        SourceRotation: {
            secret: string;
            /** @default 24 */
            overlap_hours?: number;
        };
        SourceWrite: {
            /** @enum {string} */
            provider: "stripe" | "shopify" | "woocommerce";
            /** @default Shop */
            name?: string;
            /** @description Stripe: whsec_...; Shopify: the app's client secret, or the one under Notifications; WooCommerce: the webhook's. */
            secret: string;
            /** @default {} */
            options?: components["schemas"]["SourceOptionsInput"];
        };
        SpendEntered: {
            entered: number;
        };
        SpendList: {
            data: {
                channel: string;
                day: string;
                currency: string;
                /** @description Minor units. */
                amount: number;
                /** @description Whom the channel won on the day, where that is known. */
                customers?: number | null;
            }[];
            /** @description There are more than the first 5000: ask for fewer days. */
            more: boolean;
        };
        SpendWish: {
            data: {
                channel: string;
                day: string;
                currency: string;
                /** @description Minor units. */
                amount: number;
                /** @description Whom the channel won on the day, where that is known. */
                customers?: number | null;
            }[];
        };
        Spending: {
            /**
             * @description What is spent: points, or another balance that is spent in parts.
             * @default points
             * @enum {string}
             */
            kind?: "points" | "credit" | "gift_card" | "entries" | "leads" | "free_time";
            /** @default points */
            unit?: string;
            /** @description Minor units; whole points. */
            amount: number;
            /** @description Your own number of it. */
            reference?: string;
        };
        Spent: {
            redemption: components["schemas"]["Redemption"];
            left: number;
        };
        StageMove: {
            stage: string;
            value?: components["schemas"]["AmountGiven"];
            subject?: string;
            /** @description Your own id of this telling. */
            id?: string;
            /** Format: date-time */
            occurred_at?: string;
            /** @description Where you saw it: 409 when somebody moved it meanwhile. */
            from?: string;
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
            /** @description Null where the program has no levels. */
            level: components["schemas"]["OwnLevel"] | null;
        };
        Statement: {
            person: string;
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
            /** @description False where there were more than 2000 transactions: ask for a shorter time. */
            complete: boolean;
            balances: {
                kind: string;
                unit: string;
                opening: number;
                closing: number;
                lines: {
                    id: string;
                    /**
                     * Format: date-time
                     * @description RFC 3339 with milliseconds, UTC.
                     */
                    at: string;
                    /** @description mature, payout, payout_failed, redeem, adjust, expire, carry, void, settle, manual or grant. */
                    what: string;
                    /** @description Into her balance; out of it where negative. */
                    amount: number;
                    reward: string | null;
                }[];
            }[];
        };
        Status: {
            ready: boolean;
            checks: {
                [key: string]: string;
            };
            waiting: {
                /** @description Counted to a thousand. */
                failed_events: number;
                /** @description Counted to a thousand. */
                parked_events: number;
                /** @description Counted to a thousand. */
                mails_due: number;
                /** @description Counted to a thousand. */
                webhooks_waiting: number;
                /** @description Counted to a thousand. */
                webhooks_dead: number;
                /** @description Counted to a thousand. */
                imports_open: number;
            };
            followers: {
                name: string;
                behind_seconds: number;
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
        StoryItem: {
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            /**
             * @description act: somebody did it by hand. available: what was granted could be used.
             * @enum {string}
             */
            kind: "evidence" | "referral" | "event" | "reward" | "available" | "review" | "review_decided" | "act";
            /** @description Why, in sentences for operators. May be empty. */
            words: string[];
            event: {
                id: string;
                type: string;
                order: string | null;
                status: string;
                decisions: components["schemas"]["Decision"][];
            } | null;
            reward: {
                id: string;
                rule: string;
                person: string;
                kind: string;
                value: components["schemas"]["Money"];
                state: string;
                reason: string | null;
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                available_at: string;
                /** @description What has to be decided first: review, risk_review, licence, choice, budget... */
                waits_for: string | null;
            } | null;
            review: {
                id: string;
                score: number;
                verdict: string;
                state: string;
            } | null;
            evidence: {
                kind: string;
                code: string | null;
                channel: string | null;
            } | null;
            act: {
                action: string;
                actor: string;
                reason: string | null;
            } | null;
        };
        Suppression: {
            id: string;
            person: string | null;
            /** @description An address is on the list, kept so that nobody can read it. */
            address: boolean;
            /** @enum {string} */
            channel: "all" | "email" | "sms" | "phone" | "post" | "push" | "whatsapp";
            /** @enum {string} */
            reason: "asked" | "unsubscribed" | "bounced" | "complained" | "legal" | "operator";
            source: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            lifted_at: string | null;
        };
        SuppressionAnswer: {
            suppressed: boolean;
            because: components["schemas"]["Suppression"] | null;
        };
        SuppressionCheck: {
            person?: string;
            email?: string;
            phone?: string;
            /**
             * @default all
             * @enum {string}
             */
            channel?: "all" | "email" | "sms" | "phone" | "post" | "push" | "whatsapp";
        };
        SuppressionList: {
            data: components["schemas"]["Suppression"][];
            next: string | null;
        };
        SuppressionWrite: {
            person?: string;
            email?: string;
            phone?: string;
            /**
             * @default all
             * @enum {string}
             */
            channel?: "all" | "email" | "sms" | "phone" | "post" | "push" | "whatsapp";
            /**
             * @default asked
             * @enum {string}
             */
            reason?: "asked" | "unsubscribed" | "bounced" | "complained" | "legal" | "operator";
            /** @default api */
            source?: string;
        };
        /** @description Which column fills which field, as in the mapping file of `grapevine import`. */
        TableMapping: {
            [key: string]: unknown;
        };
        TablePreview: {
            /** @enum {string} */
            delimiter: "," | ";" | "\t";
            header: string[];
            /** @description The first line of a file of refused rows. */
            refused_header: string;
            /** @description Bytes before the first row. */
            begins: number;
            /** @description The number of the first row. */
            row: number;
            /** @enum {string} */
            kind: "people" | "orders";
            mapping: components["schemas"]["TableMapping"];
            /** @description Why the mapping does not fit the table. */
            problems: string[];
            rows: {
                row: number;
                cells: string[];
                event: {
                    [key: string]: unknown;
                } | null;
                error: components["schemas"]["FieldError"] | null;
            }[];
            /** @description Rows looked at. */
            looked: number;
            /** @description What is wrong in them, the most frequent first. */
            errors: {
                pointer: string;
                message: string;
                code: string;
                rows: number;
            }[];
        };
        TableQuestion: {
            /** @description The first lines, the one with the columns' names too. */
            text: string;
            /** @enum {string} */
            kind?: "people" | "orders";
            mapping?: components["schemas"]["TableMapping"];
        };
        TableWrite: {
            header: string[];
            /** @enum {string} */
            delimiter: "," | ";" | "\t";
            mapping: components["schemas"]["TableMapping"];
        };
        Telling: {
            person: string;
            /** @enum {string} */
            as: "advocate" | "friend";
            language: string;
            /** @description Fit to send: what became of it, why, and what next, in her language and about nobody else. */
            text: string;
        };
        Terms: {
            /** @description Counts up when the words change, and only then. */
            terms: number;
            /** @description The program's first version with these words. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            effective_from: string;
            /** @description By language. */
            texts: {
                [key: string]: string;
            };
        };
        TermsAcceptance: {
            person: string;
            /** @description The number that she was shown; the current one when left out. */
            terms?: number;
            /** @default en */
            language?: string;
            /** @default api */
            source?: string;
        };
        TermsAccepted: {
            data: {
                terms: number;
                people: number;
                more: boolean;
                /** @description RFC 3339. */
                last_at: string | null;
            }[];
        };
        TermsStanding: {
            program: string;
            /** @enum {string} */
            state: "accepted" | "terms_outdated" | "not_accepted" | "no_terms";
            /** @description The number of the terms in force. */
            current: number | null;
            /** @description The highest number that was accepted. */
            accepted: number | null;
            language: string | null;
            at: string | null;
        };
        Testimonial: {
            id: string;
            program: string;
            person: string;
            activity: string;
            text: string;
            rating: number | null;
            shown_as: string | null;
            consent: boolean;
            /** @enum {string} */
            status: "pending" | "approved" | "refused";
            reason: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            at: string;
            decided_at: string | null;
        };
        TestimonialList: {
            data: components["schemas"]["Testimonial"][];
            next: string | null;
        };
        TestimonialWish: {
            program: string;
            person: string;
            /**
             * @description The activity that it is once approved: testimonial, review...
             * @default testimonial
             */
            activity?: string;
            text: string;
            /** @default null */
            rating?: number | null;
            /**
             * @description The name to show with it.
             * @default null
             */
            shown_as?: string | null;
            /** @description She agrees that it is shown. */
            consent: boolean;
        };
        TextLine: {
            key: string;
            /** @enum {string} */
            section: "portal" | "rules" | "status" | "mail" | "page";
            english: string;
            /** @description Ours in this language; null where it is missing, and English is said. */
            text: string | null;
            /** @description The business's own for this language. */
            own: string | null;
            /** @description The business's own for every language. */
            own_everywhere: string | null;
        };
        TextList: {
            /** @enum {string} */
            language: "en" | "de" | "fr" | "es" | "ar" | "it" | "pt-BR" | "nl" | "pl" | "ja" | "zh-Hans" | "he";
            data: components["schemas"]["TextLine"][];
        };
        ThanksSent: {
            note: string;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            leaves_at: string;
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
        Vacancy: {
            id: string;
            external_id: string;
            program: string;
            title: string;
            department: string;
            country: string;
            grade: string;
            manager: string | null;
            recruiter: string | null;
            /** @description Its own; without one the program's `claims.bonuses` say it by grade and country. */
            bonus: components["schemas"]["Money"] | null;
            /** @enum {string} */
            status: "open" | "closed";
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
        };
        VacancyList: {
            data: components["schemas"]["Vacancy"][];
            next: string | null;
        };
        VacancyWrite: {
            program: string;
            title: string;
            /** @default  */
            department?: string;
            /** @default  */
            country?: string;
            /** @default  */
            grade?: string;
            /** @description Who fills it: may not claim candidates for it, where the program says so. */
            manager?: string;
            recruiter?: string;
            bonus?: components["schemas"]["AmountGiven"];
            /**
             * @default open
             * @enum {string}
             */
            status?: "open" | "closed";
        };
        Webhook: {
            id: string;
            url: string;
            description: string;
            /** @description Empty: everything. */
            types: string[];
            /** @description Shape of the payload; kept until you change it. */
            version: string;
            /** @enum {string} */
            status: "enabled" | "disabled";
            /** @description Why it is off: `operator`, or `gone` when it answered 410. */
            reason: string | null;
            /** @description Until then everything is signed with the old secret too. */
            rotating_until: string | null;
            /** @description Its last answer was late or missing: it waits behind no other endpoint, and none behind it. */
            slow: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
        };
        WebhookChange: {
            url?: string;
            description?: string;
            types?: ("referral.created" | "referral.stage_changed" | "referral.qualified" | "referral.rejected" | "referral.reassigned" | "reward.granted" | "reward.adjusted" | "reward.available" | "reward.denied" | "reward.reversed" | "reward.fulfilled" | "reward.expired" | "payout.created" | "payout.settled" | "payout.failed" | "advocate.joined" | "advocate.levelled_up" | "lead.submitted" | "contest.drawn" | "program.published" | "program.paused" | "budget.low" | "fraud.review_needed" | "claim.decided" | "application.decided" | "ticket.created" | "survey.answered" | "person.erased")[];
            /** @enum {string} */
            version?: "2026-11";
        };
        WebhookDelivery: {
            id: string;
            webhook: string;
            /** @description The header of that name: the same on every try, and for every endpoint that is told of this. */
            webhook_id: string;
            type: string;
            /**
             * @description `dead`: given up. It stays here for 90 days and can be sent again.
             * @enum {string}
             */
            status: "waiting" | "delivered" | "dead";
            /** @description Of ten; counted anew when it is sent again. */
            tries: number;
            next_try_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            decided_at: string | null;
            /** @description What was wrong last: url, address, dns, connect, tls, timeout, reset, redirect, status or endpoint_disabled. */
            error: string | null;
        };
        WebhookDeliveryDetail: {
            id: string;
            webhook: string;
            /** @description The header of that name: the same on every try, and for every endpoint that is told of this. */
            webhook_id: string;
            type: string;
            /**
             * @description `dead`: given up. It stays here for 90 days and can be sent again.
             * @enum {string}
             */
            status: "waiting" | "delivered" | "dead";
            /** @description Of ten; counted anew when it is sent again. */
            tries: number;
            next_try_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with milliseconds, UTC.
             */
            created_at: string;
            decided_at: string | null;
            /** @description What was wrong last: url, address, dns, connect, tls, timeout, reset, redirect, status or endpoint_disabled. */
            error: string | null;
            /** @description What is sent, byte for byte. */
            body: string;
            attempts: {
                /**
                 * Format: date-time
                 * @description RFC 3339 with milliseconds, UTC.
                 */
                at: string;
                ms: number;
                http_status: number | null;
                error: string | null;
            }[];
        };
        WebhookDeliveryList: {
            data: components["schemas"]["WebhookDelivery"][];
            next: string | null;
        };
        WebhookList: {
            data: components["schemas"]["Webhook"][];
            next: string | null;
        };
        WebhookResent: {
            id: string;
            resent: number;
        };
        WebhookRotation: {
            /** @default 24 */
            overlap_hours?: number;
        };
        WebhookWrite: {
            url: string;
            /** @default  */
            description?: string;
            /**
             * @description What it wants to hear of; everything when empty.
             * @default []
             */
            types?: ("referral.created" | "referral.stage_changed" | "referral.qualified" | "referral.rejected" | "referral.reassigned" | "reward.granted" | "reward.adjusted" | "reward.available" | "reward.denied" | "reward.reversed" | "reward.fulfilled" | "reward.expired" | "payout.created" | "payout.settled" | "payout.failed" | "advocate.joined" | "advocate.levelled_up" | "lead.submitted" | "contest.drawn" | "program.published" | "program.paused" | "budget.low" | "fraud.review_needed" | "claim.decided" | "application.decided" | "ticket.created" | "survey.answered" | "person.erased")[];
            /** @enum {string} */
            version?: "2026-11";
        };
        WithdrawnInvitation: {
            id: string;
            /** @constant */
            withdrawn: true;
        };
        WorkspaceMade: {
            slug: string;
            secret_key: string;
            publishable_key: string;
            test_key: string;
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
                /** @description A program's key: events that it decided on. */
                program?: string;
                /** @description Happened then or later. */
                since?: string;
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
    postPeopleNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonNamesAsked"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonNames"];
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
    postPeoplePersonSpend: {
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
                "application/json": components["schemas"]["Spending"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spent"];
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
    getPeoplePersonBadges: {
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
                        data: components["schemas"]["Badge"][];
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
                        /** @description Newest first. */
                        level_changes: components["schemas"]["LevelChange"][];
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
    getAdvocatesPersonStanding: {
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
                        /** @description Newest first. */
                        level_changes: components["schemas"]["LevelChange"][];
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
                /** @description Bound at this instant or later. */
                since?: string;
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
    getClaims: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                status?: "pending" | "accepted" | "refused" | "withdrawn" | "expired" | "ended";
                /** @description Who claims. */
                person?: string;
                /** @description Whom it is about. */
                contact?: string;
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
                    "application/json": components["schemas"]["ClaimList"];
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
    postClaims: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
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
    getClaimsClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim: string;
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
                    "application/json": components["schemas"]["Claim"];
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
    postClaimsClaimApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim: string;
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
                    "application/json": components["schemas"]["Claim"];
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
    postClaimsClaimRefuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimRefusal"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
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
    postClaimsClaimWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claim: string;
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
                    "application/json": components["schemas"]["Claim"];
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
    getCompaniesCompanyPeople: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
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
                    "application/json": components["schemas"]["CompanyPersonList"];
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
    putCompaniesCompanyPeoplePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                company: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyRoleWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyPerson"];
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
    deleteCompaniesCompanyPeoplePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                company: string;
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
                    "application/json": components["schemas"]["CompanyPerson"];
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
    putDealsDeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DealWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deal"];
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
    getDeals: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                status?: "open" | "won" | "lost";
                /** @description per_... or user_id:... */
                contact?: string;
                /** @description Your own id of it. */
                company?: string;
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
                    "application/json": components["schemas"]["DealList"];
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
    getVacanciesVacancy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vacancy: string;
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
                    "application/json": components["schemas"]["Vacancy"];
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
    putVacanciesVacancy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vacancy: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VacancyWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacancy"];
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
    getVacancies: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                status?: "open" | "closed";
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
                    "application/json": components["schemas"]["VacancyList"];
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
    postVacanciesVacancyStages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vacancy: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CandidateStage"];
            };
        };
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
    postReferralsReferralStage: {
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
                "application/json": components["schemas"]["StageMove"];
            };
        };
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
                /** @description approval: for an operator; choice: for its holder; fulfilment: available, and leaves by hand (gift cards, perks). */
                waiting?: "approval" | "choice" | "fulfilment";
                /** @description Earned at this instant or later. */
                since?: string;
                /** @description Earned before this instant. */
                until?: string;
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
    postRewardsRewardChoose: {
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
                "application/json": components["schemas"]["Choose"];
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
    getPeoplePersonLicences: {
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
                    "application/json": components["schemas"]["LicenceList"];
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
    postPeoplePersonLicences: {
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
                "application/json": components["schemas"]["LicenceWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licence"];
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
    postPeoplePersonLicencesLicenceCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                licence: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LicenceCheck"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licence"];
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
    getLists: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                list?: "allow" | "block";
                kind?: "email_domain" | "person" | "device" | "payment" | "address" | "ip_range";
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
                    "application/json": components["schemas"]["ListEntryList"];
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
    postLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListEntryWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListEntry"];
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
    postListsEntryRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry: string;
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
                    "application/json": components["schemas"]["ListEntryRemoved"];
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
    postReviewsReviewApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDecision"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewEvidence"];
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
    getReviewsReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review: string;
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
                    "application/json": components["schemas"]["ReviewEvidence"];
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
    getReviews: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                state?: "allowed" | "open" | "approved" | "refused";
                program?: string;
                advocate?: string;
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
                    "application/json": components["schemas"]["ReviewList"];
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
    postReviewsReviewRefuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                review: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDecision"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewEvidence"];
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
    getReviewsSummary: {
        parameters: {
            query?: {
                program?: string;
                /** @description Referrals scored in the last so many days. */
                days?: number;
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
                    "application/json": components["schemas"]["ReviewSummary"];
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
    getCouponPools: {
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
                    "application/json": components["schemas"]["CouponPoolList"];
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
    postCouponPools: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponCodesUpload"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponCodesUploaded"];
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
    getCatalogue: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                active?: "true" | "false";
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
                    "application/json": components["schemas"]["CatalogueItemList"];
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
    getCatalogueItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item: string;
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
                    "application/json": components["schemas"]["CatalogueItem"];
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
    putCatalogueItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogueItemWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueItem"];
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
    getRedemptions: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                person?: string;
                item?: string;
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
                    "application/json": components["schemas"]["RedemptionList"];
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
    postRedemptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedemptionWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedemptionAnswer"];
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
    getRedemptionsRedemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                redemption: string;
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
                    "application/json": components["schemas"]["Redemption"];
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
    postRedemptionsRedemptionCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                redemption: string;
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
                    "application/json": components["schemas"]["Redemption"];
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
    getLevels: {
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
                        data: components["schemas"]["ProgramLevels"][];
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
    getGatherings: {
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
                    "application/json": components["schemas"]["GatheringList"];
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
    postGatherings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatheringWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gathering"];
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
    getGatheringsGathering: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gathering: string;
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
                    "application/json": components["schemas"]["GatheringWithPlaces"];
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
    patchGatheringsGathering: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gathering: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatheringChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gathering"];
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
    postGatheringsGatheringJoin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gathering: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatheringJoin"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceAnswer"];
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
    postGatheringsGatheringLeave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gathering: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatheringLeave"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceAnswer"];
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
    postGatheringsGatheringCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                gathering: string;
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
                    "application/json": components["schemas"]["Gathering"];
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
    getTestimonials: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                person?: string;
                status?: "pending" | "approved" | "refused";
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
                    "application/json": components["schemas"]["TestimonialList"];
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
    postTestimonials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestimonialWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Testimonial"];
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
    postTestimonialsTestimonialApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                testimonial: string;
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
                    "application/json": components["schemas"]["Testimonial"];
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
    postTestimonialsTestimonialRefuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                testimonial: string;
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
                    "application/json": components["schemas"]["Testimonial"];
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
                "application/json": components["schemas"]["PayoutOrder"];
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
            query?: {
                /** @description none: the batch alone; read its payouts page by page. */
                items?: "all" | "none";
            };
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
            query?: {
                /** @description payroll: employee number and cost centre, from the attributes `employee_number` and `cost_centre`. */
                format?: "standard" | "payroll";
            };
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
                "application/json": components["schemas"]["PayoutPreviewWish"];
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
            query?: {
                /** @description true: what taking them would come to; nothing changes. */
                dry_run?: "true" | "false";
            };
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
            query?: {
                /** @description The `revision` that this draft was made from, 0 for a new program: 409 `draft_changed` when another was saved since. */
                revision?: number;
            };
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
    postProgramsPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramPreviewWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramPreview"];
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
    getChannelSpend: {
        parameters: {
            query?: {
                /** @description The first day. Without it: the 30 days that end with `to`. */
                from?: string;
                /** @description The last day, included. Without it: today. */
                to?: string;
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
                    "application/json": components["schemas"]["SpendList"];
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
    putChannelSpend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpendWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendEntered"];
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
    getReportsFunnel: {
        parameters: {
            query?: {
                /** @description The first day. Without it: the 30 days that end with `to`. */
                from?: string;
                /** @description The last day, included. Without it: today. */
                to?: string;
                /** @description The program's key. Without it: all programs together. */
                program?: string;
                /** @description previous: as many days before. last_year: the same dates a year before. */
                compare?: "none" | "previous" | "last_year";
                /** @description Also by this: the fifty largest groups, and the rest as one. */
                by?: "program" | "channel" | "country" | "evidence" | "stage" | "newness" | "rule" | "form" | "side";
                /** @description Also day by day: days without anything are left out. */
                series?: "day";
                /** @description csv: one line a figure. */
                format?: "json" | "csv";
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
                    "application/json": components["schemas"]["Report"];
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
    getReportsIncentives: {
        parameters: {
            query?: {
                /** @description The first day. Without it: the 30 days that end with `to`. */
                from?: string;
                /** @description The last day, included. Without it: today. */
                to?: string;
                /** @description The program's key. Without it: all programs together. */
                program?: string;
                /** @description previous: as many days before. last_year: the same dates a year before. */
                compare?: "none" | "previous" | "last_year";
                /** @description Also by this: the fifty largest groups, and the rest as one. */
                by?: "program" | "channel" | "country" | "evidence" | "stage" | "newness" | "rule" | "form" | "side";
                /** @description Also day by day: days without anything are left out. */
                series?: "day";
                /** @description csv: one line a figure. */
                format?: "json" | "csv";
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
                    "application/json": components["schemas"]["Report"];
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
    getReportsMoney: {
        parameters: {
            query?: {
                /** @description The first day. Without it: the 30 days that end with `to`. */
                from?: string;
                /** @description The last day, included. Without it: today. */
                to?: string;
                /** @description The program's key. Without it: all programs together. */
                program?: string;
                /** @description previous: as many days before. last_year: the same dates a year before. */
                compare?: "none" | "previous" | "last_year";
                /** @description Also by this: the fifty largest groups, and the rest as one. */
                by?: "program" | "channel" | "country" | "evidence" | "stage" | "newness" | "rule" | "form" | "side";
                /** @description Also day by day: days without anything are left out. */
                series?: "day";
                /** @description csv: one line a figure. */
                format?: "json" | "csv";
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
                    "application/json": components["schemas"]["Report"];
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
    getReportsRows: {
        parameters: {
            query: {
                metric: string;
                /** @description The first day. Without it: the 30 days that end with `to`. */
                from?: string;
                /** @description The last day, included. Without it: today. */
                to?: string;
                /** @description The program's key. Without it: all programs together. */
                program?: string;
                by?: "program" | "channel" | "country" | "evidence" | "stage" | "newness" | "rule" | "form" | "side";
                /** @description The group of `by`. */
                key?: string;
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
                    "application/json": components["schemas"]["ReportRows"];
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
    getReportsSources: {
        parameters: {
            query?: {
                /** @description The first day. Without it: the 30 days that end with `to`. */
                from?: string;
                /** @description The last day, included. Without it: today. */
                to?: string;
                /** @description The program's key. Without it: all programs together. */
                program?: string;
                /** @description previous: as many days before. last_year: the same dates a year before. */
                compare?: "none" | "previous" | "last_year";
                /** @description Also by this: the fifty largest groups, and the rest as one. */
                by?: "program" | "channel" | "country" | "evidence" | "stage" | "newness" | "rule" | "form" | "side";
                /** @description Also day by day: days without anything are left out. */
                series?: "day";
                /** @description csv: one line a figure. */
                format?: "json" | "csv";
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
                    "application/json": components["schemas"]["Report"];
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
    getReportsPace: {
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
                    "application/json": components["schemas"]["Pace"];
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
    postHooksProviderSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: ("stripe" | "shopify" | "woocommerce") | string;
                source: string;
            };
            cookie?: never;
        };
        /** @description As the provider documents it. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
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
                    "application/json": components["schemas"]["HookAnswer"];
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
    getSources: {
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
                    "application/json": components["schemas"]["SourceList"];
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
    postSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
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
    getSourcesSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
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
                    "application/json": components["schemas"]["Source"];
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
    postSourcesSourceDisable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
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
                    "application/json": components["schemas"]["Source"];
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
    postSourcesSourceEnable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
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
                    "application/json": components["schemas"]["Source"];
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
    getSourcesSourceHealth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
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
                    "application/json": components["schemas"]["SourceHealth"];
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
    postSourcesSourceRotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceRotation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
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
    getRequestLog: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                key?: string;
                status?: number;
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
                    "application/json": components["schemas"]["RefusedCallList"];
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
    getStatus: {
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
                    "application/json": components["schemas"]["Status"];
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
                        /** @description What time alone will do first, after the present; null where nothing waits. */
                        next: {
                            /**
                             * Format: date-time
                             * @description RFC 3339 with milliseconds, UTC.
                             */
                            at: string;
                            /** @enum {string} */
                            what: "reward" | "delay" | "expiry" | "level" | "case" | "claim" | "review" | "board" | "ask" | "mail";
                        } | null;
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
    getHome: {
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
                    "application/json": components["schemas"]["Home"];
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
    getGoals: {
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
                    "application/json": components["schemas"]["GoalList"];
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
    putGoals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
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
    deleteGoals: {
        parameters: {
            query?: {
                /** @description That of a program; the workspace's without it. */
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
                        /** @enum {boolean} */
                        removed: true;
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
    postSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchText"];
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
                        data: components["schemas"]["SearchResult"][];
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
    getStream: {
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
                    "text/event-stream": string;
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
    postRewardsDecide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RewardDecisions"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardsDecided"];
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
    getAdjustments: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                state?: "waiting" | "approved" | "done" | "refused";
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
                    "application/json": components["schemas"]["AdjustmentList"];
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
    postAdjustments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustmentWish"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
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
    getAdjustmentsAdjustment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                adjustment: string;
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
                    "application/json": components["schemas"]["Adjustment"];
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
    postAdjustmentsAdjustmentApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                adjustment: string;
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
                    "application/json": components["schemas"]["Adjustment"];
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
    postAdjustmentsAdjustmentRefuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                adjustment: string;
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
                    "application/json": components["schemas"]["Adjustment"];
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
    postLedgerVerify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerProof"];
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
    getLedgerProofs: {
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
                    "application/json": components["schemas"]["LedgerProofList"];
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
    getLedgerProofsProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proof: string;
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
                    "application/json": components["schemas"]["LedgerProof"];
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
    getPayoutsBatchItems: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                state?: "in_flight" | "settled" | "failed";
            };
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
                    "application/json": components["schemas"]["PayoutList"];
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
    getPeoplePersonStatement: {
        parameters: {
            query: {
                from: string;
                to?: string;
            };
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
                    "application/json": components["schemas"]["Statement"];
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
    getReportsRewardTimes: {
        parameters: {
            query?: {
                program?: string;
                days?: number;
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
                    "application/json": components["schemas"]["RewardTimes"];
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
    getReportsLiability: {
        parameters: {
            query?: {
                /** @description books: also what the ledger's accounts hold, and what comes. Takes longer. */
                with?: "books";
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
                    "application/json": components["schemas"]["Liability"];
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
    getReportsBudgets: {
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
                    "application/json": components["schemas"]["BudgetPaces"];
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
    postReviewsDecide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDecisions"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewsDecided"];
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
    postReviewsPolicyPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyPreview"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyEffect"];
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
    getWebhooks: {
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
                    "application/json": components["schemas"]["WebhookList"];
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
    postWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
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
    getWebhooksWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
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
                    "application/json": components["schemas"]["Webhook"];
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
    deleteWebhooksWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
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
                        deleted: true;
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
    patchWebhooksWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
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
    postWebhooksWebhookRotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRotation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedWebhook"];
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
    postWebhooksWebhookEnable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
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
                    "application/json": components["schemas"]["Webhook"];
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
    postWebhooksWebhookDisable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
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
                    "application/json": components["schemas"]["Webhook"];
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
    postWebhooksWebhookTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
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
                    "application/json": components["schemas"]["WebhookDelivery"];
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
    getWebhooksWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                status?: "waiting" | "delivered" | "dead";
                type?: string;
            };
            header?: never;
            path: {
                webhook: string;
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
                    "application/json": components["schemas"]["WebhookDeliveryList"];
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
    postWebhooksWebhookResend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
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
                    "application/json": components["schemas"]["WebhookResent"];
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
    getWebhooksDeliveriesDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery: string;
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
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
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
    postWebhooksDeliveriesDeliveryResend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery: string;
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
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
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
                kind?: "advocate_joined" | "advocate_invited" | "application_received" | "application_approved" | "application_refused" | "terms_changed" | "friend_became_advocate" | "link_reminder" | "announcement" | "personal_thanks" | "referral_created" | "referral_qualified" | "referral_rejected" | "stage_reached" | "reward_granted" | "reward_available" | "reward_adjusted" | "reward_reversed" | "reward_denied" | "reward_expired" | "reward_fulfilled" | "coupon_ready" | "reward_choice_due" | "payout_settled" | "payout_failed" | "points_expiring" | "level_reached" | "level_ending" | "level_lost" | "badge_earned" | "seat_confirmed" | "seat_from_waiting_list" | "seat_waiting" | "gathering_cancelled" | "redemption_confirmed" | "claim_received" | "claim_approved" | "claim_refused" | "claim_expiring" | "claim_expired" | "case_assigned" | "case_due" | "case_moved" | "lead_received" | "lead_accepted" | "lead_refused" | "lead_due" | "request_received" | "request_answered" | "slip_received" | "deliverable_due" | "deliverable_approved" | "deliverable_refused" | "share_verified" | "contest_won" | "contest_alternate" | "contest_accept_due" | "contest_lost_prize" | "leaderboard_final" | "occasion_reached" | "sign_in" | "operator_sign_in" | "operator_reset" | "operator_invited" | "weekly_digest" | "friend_invited" | "payout_details_changed" | "help_answered" | "help_waiting" | "operators_weekly" | "review_needed" | "application_waiting" | "claim_waiting" | "case_overdue" | "budget_low" | "stock_low" | "payout_failed_notice" | "refund_unmatched" | "webhook_dead" | "webhook_disabled";
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
    getMail: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                status?: "due" | "delivered" | "dropped";
                kind?: "advocate_joined" | "advocate_invited" | "application_received" | "application_approved" | "application_refused" | "terms_changed" | "friend_became_advocate" | "link_reminder" | "announcement" | "personal_thanks" | "referral_created" | "referral_qualified" | "referral_rejected" | "stage_reached" | "reward_granted" | "reward_available" | "reward_adjusted" | "reward_reversed" | "reward_denied" | "reward_expired" | "reward_fulfilled" | "coupon_ready" | "reward_choice_due" | "payout_settled" | "payout_failed" | "points_expiring" | "level_reached" | "level_ending" | "level_lost" | "badge_earned" | "seat_confirmed" | "seat_from_waiting_list" | "seat_waiting" | "gathering_cancelled" | "redemption_confirmed" | "claim_received" | "claim_approved" | "claim_refused" | "claim_expiring" | "claim_expired" | "case_assigned" | "case_due" | "case_moved" | "lead_received" | "lead_accepted" | "lead_refused" | "lead_due" | "request_received" | "request_answered" | "slip_received" | "deliverable_due" | "deliverable_approved" | "deliverable_refused" | "share_verified" | "contest_won" | "contest_alternate" | "contest_accept_due" | "contest_lost_prize" | "leaderboard_final" | "occasion_reached" | "sign_in" | "operator_sign_in" | "operator_reset" | "operator_invited" | "weekly_digest" | "friend_invited" | "payout_details_changed" | "help_answered" | "help_waiting" | "operators_weekly" | "review_needed" | "application_waiting" | "claim_waiting" | "case_overdue" | "budget_low" | "stock_low" | "payout_failed_notice" | "refund_unmatched" | "webhook_dead" | "webhook_disabled";
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
                    "application/json": components["schemas"]["MailList"];
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
    postMailBounces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailBounces"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailBouncesNoted"];
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
    getMailMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mail: string;
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
                    "application/json": components["schemas"]["MailDetail"];
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
    getSettingsMailDomain: {
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
                    "application/json": components["schemas"]["MailDomain"];
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
    postInvitationsFriend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FriendInvitation"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FriendInvited"];
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
    getPeoplePersonConsents: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
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
                    "application/json": components["schemas"]["ConsentList"];
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
    postPeoplePersonConsents: {
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
                "application/json": components["schemas"]["ConsentWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
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
    getPeoplePersonContact: {
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
                    "application/json": components["schemas"]["Contact"];
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
    getProgramsProgramTerms: {
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
                    "application/json": components["schemas"]["ProgramTerms"];
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
    postProgramsProgramTermsAccept: {
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
                "application/json": components["schemas"]["TermsAcceptance"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedTerms"];
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
    getSuppressions: {
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
                    "application/json": components["schemas"]["SuppressionList"];
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
    postSuppressions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuppressionWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suppression"];
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
    postSuppressionsSuppressionLift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                suppression: string;
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
                    "application/json": components["schemas"]["Suppression"];
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
    postSuppressionsCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuppressionCheck"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuppressionAnswer"];
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
    getAnnouncements: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                status?: "draft" | "scheduled" | "running" | "sent" | "cancelled";
                /** @description An ask follows a good moment; an announcement goes once. */
                kind?: "announcement" | "ask";
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
                    "application/json": components["schemas"]["AnnouncementList"];
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
    postAnnouncements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncementWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Announcement"];
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
    getAnnouncementsAnnouncement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement: string;
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
                    "application/json": components["schemas"]["Announcement"];
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
    patchAnnouncementsAnnouncement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncementChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Announcement"];
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
    postAnnouncementsAnnouncementPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A language; the reader's where it is left out.
                     * @default
                     */
                    locale?: string;
                    /** @description As her; as somebody of whom nothing is known where it is left out. */
                    person?: string;
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
                    "application/json": components["schemas"]["AnnouncementPreview"];
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
    postAnnouncementsAnnouncementTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @default en */
                    locale?: string;
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
                    "application/json": {
                        /** @description Its mail, to look after. */
                        mail: string;
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
    postAnnouncementsAnnouncementSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: now. */
                    at?: string | null;
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
                    "application/json": components["schemas"]["Announcement"];
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
    postAnnouncementsAnnouncementCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement: string;
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
                    "application/json": components["schemas"]["Announcement"];
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
    getAnnouncementsAnnouncementReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement: string;
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
                    "application/json": components["schemas"]["AnnouncementReport"];
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
    getAnnouncementsAnnouncementPeople: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                status?: "waiting" | "asked" | "held";
            };
            header?: never;
            path: {
                announcement: string;
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
                    "application/json": components["schemas"]["AnnouncementPersonList"];
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
    getExperiments: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                status?: "draft" | "running" | "stopped";
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
                    "application/json": components["schemas"]["ExperimentList"];
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
    postExperiments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperimentWish"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
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
    getExperimentsExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment: string;
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
                    "application/json": components["schemas"]["Experiment"];
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
    getExperimentsExperimentPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment: string;
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
                    "application/json": components["schemas"]["ExperimentPlan"];
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
    postExperimentsExperimentStart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment: string;
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
                    "application/json": components["schemas"]["Experiment"];
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
    postExperimentsExperimentStop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment: string;
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
                        /** @enum {boolean} */
                        stopped: true;
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
    getExperimentsExperimentResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment: string;
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
                    "application/json": components["schemas"]["ExperimentResults"];
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
    postProgramsProgramForecast: {
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
                "application/json": components["schemas"]["ForecastWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
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
    getOffersCode: {
        parameters: {
            query?: {
                locale?: string;
            };
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["Offer"];
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
    getPeoplePersonShown: {
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
                    "application/json": components["schemas"]["ShownPerson"];
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
    putPeoplePersonShown: {
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
                "application/json": components["schemas"]["ShownWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownPerson"];
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
    postProgramsProgramLandingPreview: {
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
                "application/json": components["schemas"]["LandingPreviewWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LandingPreview"];
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
    getDomainsAsk: {
        parameters: {
            query: {
                domain: string;
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
                    "application/json": components["schemas"]["DomainAsked"];
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
    getDomains: {
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
                        data: components["schemas"]["Domain"][];
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
    postDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainWish"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
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
    postDomainsDomainVerify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
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
                    "application/json": components["schemas"]["Domain"];
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
    deleteDomainsDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
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
                    "application/json": components["schemas"]["DomainRemoved"];
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
    postPeopleFind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundPersonList"];
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
    getPeoplePersonScore: {
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
                    "application/json": components["schemas"]["AdvocacyScore"];
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
    getSegments: {
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
                    "application/json": components["schemas"]["SegmentList"];
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
    postSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
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
    postSegmentsPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentPreview"];
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
    getSegmentsSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segment: string;
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
                    "application/json": components["schemas"]["SegmentWithSize"];
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
    deleteSegmentsSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segment: string;
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
                    "application/json": components["schemas"]["SegmentDeleted"];
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
    patchSegmentsSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
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
    getSegmentsSegmentPeople: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                segment: string;
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
    postImportsPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TableQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TablePreview"];
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
    postImportsImportRows: {
        parameters: {
            query?: {
                /** @description The number of the piece's first row; the header is row 1. */
                row?: number;
                /** @description true: nothing comes after it. */
                last?: "true" | "false";
            };
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        /** @description Rows as CSV, in UTF-8, without the header. */
        requestBody: {
            content: {
                "application/json": string;
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
                    "application/json": components["schemas"]["RowsTaken"];
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
    getSourceAudits: {
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
                    "application/json": components["schemas"]["SourceAuditList"];
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
    postSourceAudits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceAuditWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceAudit"];
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
    postSourceAuditsAuditBaseline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                audit: string;
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
                    "application/json": components["schemas"]["SourceAudit"];
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
    getSourceGroups: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["SourceGroupList"];
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
    postSourceGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceGroupWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceGroup"];
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
    putSourceGroupsGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceGroupWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceGroup"];
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
    deleteSourceGroupsGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group: string;
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
                    "application/json": components["schemas"]["SourceGroupDeleted"];
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
    getOutreach: {
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
                    "application/json": components["schemas"]["OutreachList"];
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
    postOutreach: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutreachWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outreach"];
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
    getOutreachPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: string;
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
                    "application/json": components["schemas"]["Outreach"];
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
    getOutreachPlanSteps: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                plan: string;
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
                    "application/json": components["schemas"]["OutreachStepList"];
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
    putOutreachPlanStepsNth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: string;
                nth: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutreachStepWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outreach"];
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
    postOutreachPlanEnd: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: string;
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
                    "application/json": components["schemas"]["Outreach"];
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
    getArticles: {
        parameters: {
            query?: {
                language?: "en" | "de" | "fr" | "es" | "ar" | "it" | "pt-BR" | "nl" | "pl" | "ja" | "zh-Hans" | "he";
                /** @description Those that this program shows. */
                program?: string;
                published?: string;
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
                    "application/json": components["schemas"]["ArticleList"];
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
    postArticles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleWish"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
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
    deleteArticlesArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
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
                    "application/json": components["schemas"]["ArticleRemoved"];
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
    patchArticlesArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
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
    getTexts: {
        parameters: {
            query?: {
                language?: "en" | "de" | "fr" | "es" | "ar" | "it" | "pt-BR" | "nl" | "pl" | "ja" | "zh-Hans" | "he";
                section?: "portal" | "rules" | "status" | "mail" | "page";
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
                    "application/json": components["schemas"]["TextList"];
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
    putTextsKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description "portal.share.title". */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnTextWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnText"];
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
    deleteTextsKey: {
        parameters: {
            query?: {
                /** @description Left out: your own text for every language. */
                language?: "en" | "de" | "fr" | "es" | "ar" | "it" | "pt-BR" | "nl" | "pl" | "ja" | "zh-Hans" | "he";
            };
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
                    "application/json": components["schemas"]["OwnTextRemoved"];
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
    postBrandPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Brand"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrandPreview"];
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
    getMailKinds: {
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
                    "application/json": components["schemas"]["MailKindList"];
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
    postMailPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailPreviewWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreview"];
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
    postMailTest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailTestWish"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTest"];
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
    postProgramsProgramSharePreview: {
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
                "application/json": components["schemas"]["SharePreviewWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharePreview"];
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
    getProgramsProgramTermsAccepted: {
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
                    "application/json": components["schemas"]["TermsAccepted"];
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
    postPortalSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalSignIn"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSignInSent"];
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
    postPortalSignInCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalCode"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSignedIn"];
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
    postPortalSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PortalSignOut"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSignedOut"];
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
    postPortalJoin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalJoin"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalJoined"];
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
    getPortalPreferences: {
        parameters: {
            query: {
                person: string;
                locale?: string;
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
                    "application/json": components["schemas"]["PortalPreferences"];
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
    patchPortalPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalPreferencesChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalPreferences"];
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
    getPortalPayoutDetails: {
        parameters: {
            query: {
                person: string;
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
                    "application/json": components["schemas"]["PayoutDetailShown"];
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
    putPortalPayoutDetails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutDetailChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutDetailShown"];
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
    postPortalHelp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HelpAsked"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpQuestion"];
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
    postPortalAskDismiss: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskPutAway"];
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
                        /** @enum {boolean} */
                        put_away: true;
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
    postPortalNoticesAnnouncementDismiss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                announcement: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticePutAway"];
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
                        /** @description False where it was not shown to her. */
                        put_away: boolean;
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
    postPortalNameClaims: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameClaim"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameClaimTaken"];
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
    getProgramsProgramApplications: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                status?: "applied" | "refused" | "active" | "left";
            };
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
                    "application/json": components["schemas"]["ApplicationList"];
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
    getInvitations: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
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
                    "application/json": components["schemas"]["InvitationList"];
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
    postInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
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
    deleteInvitationsInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation: string;
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
    getPortalKeys: {
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
                    "application/json": components["schemas"]["PortalKeyList"];
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
    postPortalKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalKeyWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPortalKey"];
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
    deletePortalKeysPortalKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portal_key: string;
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
    postPortalTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalTokenWish"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalToken"];
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
    getPortalProvider: {
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
                    "application/json": components["schemas"]["PortalProvider"];
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
    putPortalProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalProviderWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalProvider"];
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
    deletePortalProvider: {
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
                    "application/json": components["schemas"]["PortalProviderRemoved"];
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
    getPortal: {
        parameters: {
            query?: {
                /** @description Its slug: needed where nobody is signed in; a session of another workspace is none here. */
                workspace?: string;
                /** @description A program's key; the member's own, else the first open one, when left out. */
                program?: string;
                /** @description de, pt-BR...; the member's own, else the workspace's, when left out. */
                locale?: string;
                /** @description Dates are told in this zone; her own, else the workspace's, when left out. */
                zone?: string;
                /** @description Whose portal, for a secret key. A member sees her own. */
                person?: string;
                /** @description The element that shows it: what is shared from there is counted as that channel. */
                placement?: "share" | "banner" | "button" | "post_purchase" | "newsletter" | "signature" | "portal";
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
                    "application/json": components["schemas"]["PortalHome"];
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
    getPortalReferrals: {
        parameters: {
            query?: {
                /** @description Its slug: needed where nobody is signed in; a session of another workspace is none here. */
                workspace?: string;
                /** @description A program's key; the member's own, else the first open one, when left out. */
                program?: string;
                /** @description de, pt-BR...; the member's own, else the workspace's, when left out. */
                locale?: string;
                /** @description Dates are told in this zone; her own, else the workspace's, when left out. */
                zone?: string;
                /** @description Whose portal, for a secret key. A member sees her own. */
                person?: string;
                /** @description The id of the last entry seen. */
                after?: string;
                limit?: number;
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
                        data: components["schemas"]["PortalReferral"][];
                        /** @description Send it as `after` for the next page; null at the end. */
                        next: string | null;
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
    getPortalRewards: {
        parameters: {
            query?: {
                /** @description Its slug: needed where nobody is signed in; a session of another workspace is none here. */
                workspace?: string;
                /** @description A program's key; the member's own, else the first open one, when left out. */
                program?: string;
                /** @description de, pt-BR...; the member's own, else the workspace's, when left out. */
                locale?: string;
                /** @description Dates are told in this zone; her own, else the workspace's, when left out. */
                zone?: string;
                /** @description Whose portal, for a secret key. A member sees her own. */
                person?: string;
                /** @description The id of the last entry seen. */
                after?: string;
                limit?: number;
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
                        data: components["schemas"]["PortalReward"][];
                        /** @description Send it as `after` for the next page; null at the end. */
                        next: string | null;
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
    getPortalItemsList: {
        parameters: {
            query?: {
                /** @description Its slug: needed where nobody is signed in; a session of another workspace is none here. */
                workspace?: string;
                /** @description A program's key; the member's own, else the first open one, when left out. */
                program?: string;
                /** @description de, pt-BR...; the member's own, else the workspace's, when left out. */
                locale?: string;
                /** @description Dates are told in this zone; her own, else the workspace's, when left out. */
                zone?: string;
                /** @description Whose portal, for a secret key. A member sees her own. */
                person?: string;
                /** @description The id of the last entry seen. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                list: "claim" | "deals" | "vacancies" | "leads" | "requests" | "slips" | "cases" | "deliverables" | "shares" | "gatherings" | "catalogue";
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
                    "application/json": components["schemas"]["PortalItems"];
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
    getPortalStanding: {
        parameters: {
            query?: {
                /** @description Its slug: needed where nobody is signed in; a session of another workspace is none here. */
                workspace?: string;
                /** @description A program's key; the member's own, else the first open one, when left out. */
                program?: string;
                /** @description de, pt-BR...; the member's own, else the workspace's, when left out. */
                locale?: string;
                /** @description Dates are told in this zone; her own, else the workspace's, when left out. */
                zone?: string;
                /** @description Whose portal, for a secret key. A member sees her own. */
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
                    "application/json": components["schemas"]["PortalStanding"];
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
    getPortalLearn: {
        parameters: {
            query?: {
                /** @description Its slug: needed where nobody is signed in; a session of another workspace is none here. */
                workspace?: string;
                /** @description A program's key; the member's own, else the first open one, when left out. */
                program?: string;
                /** @description de, pt-BR...; the member's own, else the workspace's, when left out. */
                locale?: string;
                /** @description Dates are told in this zone; her own, else the workspace's, when left out. */
                zone?: string;
                /** @description Whose portal, for a secret key. A member sees her own. */
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
                    "application/json": components["schemas"]["PortalLearn"];
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
    getHelp: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Without an answer yet, or with one. */
                status?: "open" | "answered";
                person?: string;
                kind?: "ticket" | "feedback";
                state?: "open" | "waiting" | "answered" | "closed" | "new" | "planned" | "done";
                assigned?: string;
                tag?: string;
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
                    "application/json": components["schemas"]["HelpQuestionList"];
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
    getHelpHelp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                help: string;
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
                    "application/json": components["schemas"]["HelpQuestion"];
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
    patchHelpHelp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                help: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HelpChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpQuestion"];
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
    postHelpHelpAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                help: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HelpAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpQuestion"];
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
    getFeedbackScores: {
        parameters: {
            query?: {
                months?: number;
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
                    "application/json": components["schemas"]["FeedbackScores"];
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
    getCannedAnswers: {
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
                    "application/json": components["schemas"]["CannedAnswerList"];
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
    postCannedAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CannedAnswerWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedAnswer"];
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
    deleteCannedAnswersCannedAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                canned_answer: string;
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
                    "application/json": components["schemas"]["CannedAnswerRemoved"];
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
    patchCannedAnswersCannedAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                canned_answer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CannedAnswerChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedAnswer"];
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
    getPeoplePersonNotes: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
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
                    "application/json": components["schemas"]["NoteList"];
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
    postPeoplePersonNotes: {
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
                "application/json": components["schemas"]["NoteText"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
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
    deletePeoplePersonNotesNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                note: string;
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
                    "application/json": components["schemas"]["NoteRemoved"];
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
    postPeoplePersonThanks: {
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
                "application/json": components["schemas"]["LetterWords"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThanksSent"];
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
    deletePeoplePersonThanksNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                person: string;
                note: string;
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
                        /** @enum {boolean} */
                        withdrawn: true;
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
    getPeoplePersonStory: {
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
                    "application/json": components["schemas"]["PersonStory"];
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
    getReferralsReferralStory: {
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
                    "application/json": components["schemas"]["ReferralStory"];
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
    postMailMailResend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mail: string;
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
                    "application/json": components["schemas"]["MailDueAgain"];
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
                /** @description From this instant on. */
                from?: string;
                /** @description Before this instant. */
                to?: string;
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
    getMe: {
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
                    "application/json": components["schemas"]["Me"];
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
    getOperators: {
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
                    "application/json": components["schemas"]["OperatorList"];
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
    postOperators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOperator"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
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
    deleteOperatorsOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operator: string;
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
                    "application/json": components["schemas"]["RemovedOperator"];
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
    patchOperatorsOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operator: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
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
    getOperatorInvitations: {
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
                    "application/json": components["schemas"]["OperatorInvitationList"];
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
    postOperatorInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOperatorInvitation"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorInvited"];
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
    deleteOperatorInvitationsOperatorInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operator_invitation: string;
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
                    "application/json": components["schemas"]["WithdrawnInvitation"];
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
    getSessions: {
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
                    "application/json": components["schemas"]["SessionList"];
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
    deleteSessionsSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
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
                    "application/json": components["schemas"]["EndedSessions"];
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
    postWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorkspace"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceMade"];
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
    getContests: {
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
                    "application/json": components["schemas"]["ContestList"];
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
    getContestsContest: {
        parameters: {
            query?: {
                person?: string;
            };
            header?: never;
            path: {
                contest: string;
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
                    "application/json": components["schemas"]["Contest"];
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
    getContestsContestEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contest: string;
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
    postContestsContestFreeEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contest: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreeEntryWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreeEntry"];
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
    postContestsContestFreeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contest: string;
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
                    "application/json": components["schemas"]["Contest"];
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
    postContestsContestDraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contest: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Draw"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contest"];
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
    postContestsContestAccept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contest: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrizeAcceptance"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrizeAnswer"];
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
    getLeaderboardsProgram: {
        parameters: {
            query: {
                period: "week" | "month" | "quarter" | "contest";
                /** @description An instant within the period; now when left out. */
                at?: string;
                /** @description The key of an earlier contest of the program. */
                contest?: string;
                /** @description Adds her own rank. */
                person?: string;
                include_hidden?: "true" | "false";
                limit?: number;
            };
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
                    "application/json": components["schemas"]["Leaderboard"];
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
    putLeaderboardsProgramPeoplePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RankVisibility"];
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
                        hidden: boolean;
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
    getShares: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
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
                    "application/json": components["schemas"]["ShareList"];
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
    postShares: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Share"];
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
    getSharesShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share: string;
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
                    "application/json": components["schemas"]["Share"];
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
    getAdvocatesPersonShareTexts: {
        parameters: {
            query: {
                program: string;
                locale?: string;
                /** @description shr_...: with that share's own link. */
                share?: string;
            };
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
                    "application/json": components["schemas"]["ShareTexts"];
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
    getAdvocatesPersonPage: {
        parameters: {
            query: {
                program: string;
                locale?: string;
            };
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
                    "application/json": components["schemas"]["AdvocatePage"];
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
    getAdvocatesPersonPerformance: {
        parameters: {
            query: {
                program: string;
                from?: string;
                to?: string;
            };
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
                    "application/json": components["schemas"]["Performance"];
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
    getProgramsProgramContentKit: {
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
                    "application/json": components["schemas"]["ContentKit"];
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
    getDeliverables: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                person?: string;
                status?: "submitted" | "approved" | "refused";
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
                    "application/json": components["schemas"]["DeliverableList"];
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
    postDeliverables: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliverableWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliverable"];
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
    getDeliverablesDeliverable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliverable: string;
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
                    "application/json": components["schemas"]["Deliverable"];
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
    postDeliverablesDeliverableApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliverable: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliverableApproval"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliverable"];
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
    postDeliverablesDeliverableRefuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliverable: string;
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
                    "application/json": components["schemas"]["Deliverable"];
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
    getCases: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                status?: "open" | "closed";
                stage?: string;
                /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
                acting_as?: string;
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
                    "application/json": components["schemas"]["CaseList"];
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
    postCases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseOpening"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
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
    getCasesCase: {
        parameters: {
            query?: {
                /** @description Whom the key acts for: per_... or user_id:... What she may not see is 404, whatever the key may do. */
                acting_as?: string;
            };
            header?: never;
            path: {
                case: string;
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
                    "application/json": components["schemas"]["CaseDetail"];
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
    postCasesCaseMove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMove"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
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
    postCasesCaseNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseNote"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
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
    postCasesCaseClose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseClosing"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
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
    postCasesCaseReassign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReassignment"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
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
    postCasesCaseOffers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseOffering"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
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
    postCasesCasePeople: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMember"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
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
    getCaseOffers: {
        parameters: {
            query: {
                /** @description per_... or user_id:... */
                acting_as: string;
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
                    "application/json": components["schemas"]["CaseOffer"][];
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
    postCasesCaseOffersOfferAccept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
                /** @description Its number within the case. */
                offer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseOfferAccept"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOfferId"];
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
    postCasesCaseOffersOfferDecline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
                /** @description Its number within the case. */
                offer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseOfferDecline"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOfferId"];
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
    postCasesCaseOffersOfferAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case: string;
                /** @description Its number within the case. */
                offer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseOfferAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOfferId"];
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
    getPlaces: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
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
                    "application/json": components["schemas"]["PlaceList"];
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
    putProgramsProgramPlacesPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                program: string;
                place: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceWrite"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Place"];
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
    getRequests: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                status?: "open" | "answered" | "declined" | "expired";
                from?: string;
                /** @description What this member may answer: asked of her, or of all by somebody else. */
                to?: string;
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
                    "application/json": components["schemas"]["RequestList"];
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
    postRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestMake"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
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
    getRequestsRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
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
                    "application/json": components["schemas"]["Request"];
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
    postRequestsRequestAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introduction"];
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
    postRequestsRequestDecline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActingAs"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
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
    getProgramsProgramMembersPerson: {
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
                    "application/json": components["schemas"]["MemberStanding"];
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
    getIntroductions: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                from?: string;
                to?: string;
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
                    "application/json": components["schemas"]["IntroductionList"];
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
    postIntroductions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntroductionMake"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introduction"];
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
    getSlips: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                from?: string;
                to?: string;
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
                    "application/json": components["schemas"]["SlipList"];
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
    postSlips: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlipWrite"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slip"];
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
    getLeads: {
        parameters: {
            query?: {
                /** @description Items a page, at most 200. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                program?: string;
                status?: "open" | "accepted" | "declined" | "returned";
                from?: string;
                to?: string;
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
                    "application/json": components["schemas"]["LeadList"];
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
    postLeads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadSend"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
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
    getLeadsLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead: string;
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
                    "application/json": components["schemas"]["Lead"];
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
    postLeadsLeadAccept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActingAs"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
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
    postLeadsLeadDecline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActingAs"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
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
    getCompaniesCompanyBalances: {
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
                    "application/json": components["schemas"]["CompanyBalance"][];
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
