"""What headings announce: a table of wordings, and of lookalikes that announce something else or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from jdlint.posting.headings import classify, normal
from jdlint.posting.model import Reading

HEADINGS: dict[str, str] = {
    "summary": """
        General objective | Overall aim
        | About the role | About this job | The role | The opportunity | Job summary | Position overview | Role purpose
        Main purpose of the job | Purpose of the post | Overview | In a nutshell | About the position | Job description:
        Role profile | The position at a glance | The vacancy in brief | Job purpose | 1. Summary | Primary purpose
        Role description | Why this role? | About this opportunity | Role Overview | Opportunity | What's the role? | The job
        Job Snapshot | About This Internship | Position Purpose | Role Summary & Purpose | General Summary | Position Objective
        About the Fellowship | The Position: | Program description | Job Overview: | Purpose and scope | Brief
        About the placement | Introduction to the role | Job in brief | What is this role about? | Context | Why we need you
        Role at a glance | What is the position? | Position Details & Summary | Brief Description of Position | Purpose of Role
        Main Purpose of the Role | Overall purpose | Overall purpose of the job | Role outline | About the vacancy
        About the Position: Staff Nurse | Why we're hiring | The gist | TL;DR | General purpose | Basic function
        Position overview and purpose | Nature and scope
        What this job is about | What's this job? | The job in a nutshell | Where you come in | How you fit in
        Your role at Kiosk Labs | The post | Job Purpose Statement | Why this role exists | The challenge ahead
        What the role is | Role in a sentence | Job at a glance | About this gig | The gig | Your opportunity
        The short version | In short | What we need you for | The vacancy | A quick look at the role | Snapshot
        Why we're looking for you | About the traineeship | The assignment""",
    "company": """
        Company introduction | Introduction to the company
        | Details of service | Our parish | Organisational context
        | About us | Who we are | What we do | About Elm House | About the team | Our mission | Our values | Our story
        Meet the team | The team | Our school | About our department | Company overview | Our culture | How we work
        Life at Elm House | Mission and values | The company | Why we exist | About Elm House Hospital Trust | Who are we?
        Company background | Working at Elm House | About our organisation | Our Company | About Company | About the practice
        Our story so far | The organisation | Team | Our people | Who are we | The business | Background to the school
        About the charity | About our school | Welcome to Elm House | A bit about us | A little about us | Get to know us
        Introducing Elm House | Our product | What we're building | Our customers | Why us | What we're about | Why Elm House?
        Our vision | Our client | The firm | About the employer | Our ethos and values | Join our team | Join us
        About NHS Grampian | About Our Client | Who is Elm House? | Our Background | Our Agency | About the School District
        What's it like to work here? | What is it like working at Elm House? | Our commitment to patients | Our principles
        What drives us | Our impact | Why work with us? | Working with us | Why work for us? | Our school community
        About the Centre | The practice | Hospital profile | Company Profile: | Our team and culture | Learn more about us
        How we operate | Get to know our team | The culture
        Hi there | A word about us | Where you'd be working | Who's behind this | Working for our organisation | Our trust
        About the hotel | Our restaurant | The bakery | The place | The crew | About our clinic | Who is Ledgerline?
        A bit of background | Our studio | Who you'd be joining | The team you'll join | Your new colleagues
        About the brand | About the business | The hospital | About the Institute | Our ward | Us in brief | The people
        Your new team""",
    "responsibilities": """
        Key Performance Areas | KPAs | Scope of the post
        | Responsibilities | Key Responsibilities: | DUTIES | What you'll do | What you’ll be doing | What will you be doing?
        What you will work on | Your responsibilities | Duties and responsibilities | Main duties | Essential functions
        A day in the life | Your day-to-day | In this role, you will: | You will: | As a ward cook you will
        As our new gardener, you'll | What you'll own | How you'll make an impact | The impact you'll have
        Roles & Responsibilities | Key accountabilities | Your mission | What the job involves | What does the job involve?
        What you will be responsible for | You will be responsible for: | Principal accountabilities | Main tasks
        Position duties | Teaching duties | Clinical duties | Key duties and accountabilities | Essential job functions
        Typical duties | Scope of work | Examples of work | What a typical week looks like | On a typical day you will
        Things you'll do | Here's what you'll do | Your tasks | What you'll achieve | Job duties | The work
        Your role will involve | This role includes: | Your responsibilities will include: | Major duties
        Day-to-day responsibilities | 📋 Responsibilities | 3.1 Duties | What you can expect to do | Your key responsibilities
        Key deliverables | Statement of duties | How you'll spend your time | What you'll get to do | Your duties
        In this role you'll | What You'll Be Working On | Job Responsibilities | Key tasks | Core duties | Daily duties
        Main responsibilities include | Responsibilities include: | Duties include but are not limited to: | What will I do?
        Your day | Your challenges | What you would do | Patient care duties | Specific Responsibilities
        Kitchen responsibilities | Classroom responsibilities | Role responsibilities | The role will include | You'll be
        As a Staff Nurse, you will be responsible for | Your main tasks | Areas of responsibility | Key Result Areas (KRAs)
        Roles and Responsibility | What are my responsibilities? | Operational duties | Leadership duties | Focus areas
        What you will contribute | Activities | Work activities | Job functions | Performance responsibilities | Duties & Tasks
        Main Activities and Responsibilities | Other duties | Additional duties | Specific duties of the post
        How will you contribute? | How you'll contribute | What you'll deliver | Essential duties and responsibilities
        The day-to-day | What's a typical day like? | Your contribution | Project objectives
        Principal duties and responsibilities | Essential Duties & Responsibilities include the following:
        Duties and Responsibilities (not all-inclusive) | Key responsibilities include, but are not limited to:
        Specific duties include: | Your key tasks | Your Key Accountabilities: | What your day will look like
        What a day looks like | Typical day | A day as a barista | In this position you will | As a member of our team you will:
        As part of our kitchen team, you will | You will also: | Day to day, you will: | Here's how you'll spend your day
        Here's what you'll be up to | What you'll be up to | What you'll be getting up to | What will your job look like?
        What will you be responsible for? | How you will make a difference | Position Responsibilities
        Administrative responsibilities | Clinical responsibilities | Pastoral responsibilities | Core tasks
        Tasks and responsibilities | Assigned duties | Major responsibilities | Primary duties | General duties
        Responsibilities and duties | Role & Responsibility | The role involves | Your responsibilities and tasks
        Responsible for: | What you'll handle | What you will learn and do | Teaching responsibilities
        What's cooking | Your day will look like | What's involved | Stuff you'd be doing | Main duties of the job
        Duties to include | What you'd do | What you'll get up to | A taste of your first projects | Your to-do list
        What keeps you busy | Your playground | Tasks & responsibilities | What we'd like you to do | The work itself
        The day job | Work you'll do | Typical tasks | Duties may include | You'll be in charge of | On the job
        Daily routine | Scope of duties | As a cook you will | A shift looks like this | Things you'll work on
        The job involves""",
    "requirements": """
        We desire a candidate who... | We are looking for a person with
        | This post will suit people with the following strengths: | If this sounds like you on most days:
        | What distinguishes you | Garda vetting | Special conditions
        | Requirements | Qualifications | Minimum qualifications | Skills | Essential criteria | Person specification | About you
        Who you are | What you'll bring | What you need | What we're looking for | Who we're looking for | You have | You are
        You might be a great fit if | You'll fit right in if you | You should have | Must-haves | Essential skills
        To be successful in this role | Education and experience | Knowledge, skills and abilities | Licences and certifications
        Physical demands | Skills & experience | Essential | Is this you? | Does this sound like you? | What it takes
        Your profile | The ideal candidate | Our ideal candidate will have | Candidate profile | Basic qualifications
        Required skills and qualifications | Experience required | Education | Educational requirements | Technical skills
        Language requirements | What you'll need to succeed | You'll love this job if | This job is for you if
        We'd love to hear from you if | What we need from you | Professional registration and licences | Eligibility criteria
        Selection criteria | Key competencies | Personal qualities | Skills you'll need | Prerequisites | Who should apply?
        Your skills and experience | What you have | You'll need | Desired Candidate Profile | Driving licence | Right to work
        Your background | You must have | Our requirements | What you should bring | What we expect from you
        Successful applicants will have | We are looking for someone who has | Entry requirements | You bring
        Qualifications required | Required qualifications: | What you bring | What we're looking for in you | What you'll need
        You'll have | You'll bring | We're looking for | We are looking for: | What are we looking for? | Who we need
        Job Requirements | Education/Experience | Education & Training | Licensure | Certifications required | Work experience
        Candidate requirements | Eligibility | What do you need? | What do I need? | Do you have what it takes?
        Could this be you? | You might be right for this if | You'd be a great match if | Our perfect candidate | The person
        The ideal person | Your experience | Skills/Qualifications | Competencies | Professional qualifications
        Who is the ideal candidate? | Experience & Education | Essential requirements | Essential:
        Essential Qualifications and Experience | Key skills | Skills required | Key requirements | Basic requirements
        Minimum requirements | What skills do I need? | What you should have | Required experience | Academic qualifications
        Teaching qualifications and experience | Nursing registration | Knowledge & experience | Attributes
        Requirements: What we need | Physical and mental demands | Working knowledge | Computer skills | To apply you must have
        To be considered, you must | You must be | In order to succeed | To thrive in this role | To do this job well you will
        Your toolkit | Ideal experience | Additional requirements | Special requirements | Other requirements | Abilities
        Mandatory requirements | Criteria | About you: | You'll thrive here if | We want you if | What you know | The must-haves
        Must have | Need to have | The essentials | Language skills | Security clearance | Vaccination requirement
         | Required Education and Experience | Experience & Qualifications | Knowledge/Skills/Abilities
        KSAs | Preferred and required skills | Skills and Competencies | Competency requirements
        Qualifications & Experience Required | Minimum Education | Minimum Experience | Certifications/Licenses
        Required Licenses | What you'll need to have | What do we look for? | Who are we looking for? | The right candidate
        The successful applicant | Your strengths | What makes you a great fit? | What makes you a good candidate
        You're a great fit if | You could be who we're looking for if | It's essential that you have
        The person we're looking for | We're seeking someone who | We need someone who | We'd like to see
        We would like you to have | You should apply if | Who can apply? | Who we want | Who will succeed in this role?
        What success requires | Mandatory skills | Technical requirements | Education & Certifications | Experience:
        Essential experience | Physical Requirements and Working Conditions | Work Authorization | Age requirement
        Background and skills | Person Requirements | Specialized knowledge | Your expertise | Do you have? | Are you the one?
        Job Specification | Candidate criteria | Hard requirements | Skillset | Top skills | Additional skills
        Qualities we value | Ideal profile | Eligibility requirements
        Who you'd be | You might be the one if | What we're hoping for | We'd love to hear from you if you | You will need
        Stuff you should know | Candidates must | Your kit bag | What you'll bring to the table | We'd like you to have
        You should | You're our person if | What we ask of you | What you've done | Your qualifications | What matters to us
        The right person | Who would suit this | You've got | Who fits | Who we'd like to meet | What we hope you bring
        Our ideal cook | Must-have skills | Minimum entry requirements | You tick these boxes | Applicants should have
        Who you might be | We expect""",
    "preferred": """
        Added advantage | Added advantages:
        | Nice to have | Preferred qualifications | Desirable criteria | Desirable | Bonus points | Bonus points if you have
        Nice-to-haves | It would be great if you also have | Preferred skills | Good to have | Extra credit | Desired experience
        A plus | Pluses | What would be a plus | Even better if | You may also have | Desirable skills and experience
        Preferred but not required | Not essential, but useful | It's a bonus if you | What makes you stand out
        Additional skills that would be an asset | Assets | Would be nice | We'd be delighted if you also | Brownie points
        Ideally you also have | Advantageous | Nice to haves | Nice to have: | Preferred experience | Preferred: | Desirable:
        Desired qualifications | Bonus | Bonus: | Bonus skills | Extra points for | Optional skills | Also great | Great to have
        Would be a bonus | It would be a plus if you have | Desirable qualifications | Highly desirable
        Additional qualifications preferred | Preferred education | Additional assets | What will set you apart
        You'll stand out if | It helps if you | Not required but helpful | Nice extras | Desirable attributes
        Desired attributes | Good to Have Skills | Preferred Requirements | Added advantage | Strong plus
        Preferred but not essential | Nice to have skills | Helpful experience | It's a plus if you have
        Experience that would be a bonus | We'd love it if you also | Desirable experience: | Bonus qualifications | Optional
        Added bonus | Also desirable | Preferable | Not a must, but nice | Desirable knowledge | Preferred competencies
        Ideal but not required | Skills that are a plus
        Icing on the cake | Not essential, but handy | Extra points | Stuff that would be cool but that I can teach
        Good if you have | It would help if | You'd stand out with | Sprinkles on top | Not needed but lovely | Bonus if you
        Would be handy | What would be great | Cherries on top | We'd be over the moon if | Also welcome""",
    "pay": """
        Salary | Pay | Compensation | Salary range | Pay range: | Rate of pay | Hourly rate | Wage | Remuneration
        Salary details | Pay scale | Starting salary | Annual salary | Stipend | Pay grade | Base pay | Expected salary range
        Compensation range | Salary (per annum) | Pay transparency | Day rate | 💰 Salary | Salary: | Pay & Benefits
        Salary and package | Wages | Pay rate | Salary band | Salary offered | Salary expectation | What we pay
        What does it pay? | What you'll earn | Pay and conditions | Compensation: | Rate | Salary scale | Hourly pay
        Estimated pay range | Compensation details | How much does it pay? | Cost to company | Salary Grade
        Remuneration package | Earnings | Total compensation | Compensation and pay | Pay information | Salary and hours
        Salary / pay grade | The pay | What's the pay? | What is the salary? | Wage range | Hourly rate of pay | Your salary
        Our salary offer | Annual compensation | Pay scale/grade | Salary & grade
        What it pays | The money | Salary & benefits | Pay and hours | Your pay | How much we pay""",
    "benefits": """
        Superannuation | Holiday entitlement | Accommodation and meals
        What the nursery offers its team | What the Council can offer its employees | What our ward does for its nurses
        | Benefits | Perks | What we offer | What you'll get | What's in it for you? | Our benefits | Perks & benefits | We offer
        Employee benefits | In return | What we can offer you | What you get in return | Benefits package | Benefits and perks
        Professional development | Rewards | Fringe benefits | What do you get? | What we offer you | Your benefits | On offer
        What you'll enjoy | What we provide | What we can offer | What's on offer | What you can expect from us | Our offer
        We offer: | Our perks | Why you'll love it here | Additional benefits | Staff benefits | We offer you | You'll get
        You get | What you'll receive | In return we offer | In return for your hard work | Health & wellness
        Training and development | Learning and development | Career development | Our commitment to you | Benefits include
        Benefits & perks | Total rewards | How we'll look after you | Our package includes | What's included | The perks
        The benefits | Employee perks | Benefits at Elm House | Time off | What we'll give you | Here's what we offer
        Here's what you'll get | What's in the package? | Benefits we offer | Some of our benefits | Some of the perks
        Our benefits include: | The benefits package | What's in it for the candidate? | Staff perks | We take care of you
        Health benefits | What you can look forward to | Wellbeing | Additional perks | Package
        Goodies | Good things in return | In exchange | From us | Perks, big and small | What you'll find here
        What's in the box | The package | How we say thank you | Treats | What we give you | Your rewards
        On the plus side | Here's what you get | What we bring to you | Looking after you
        Advantages of working with us | Extras for staff | Your benefits with us""",
    "location": """
        Work station: | Location of post | Place of posting
        | Location | Locations | Place of work | Work location | Where you'll work | Where you will be based | Job location
        Duty station | Office location | Location: | Work arrangement | Where is this job? | Workplace | Based at | Where
        Where you'll be | Job location: | Base | Based | Place of employment | Location & travel | Office | Work arrangements
        City | Work from | Remote policy | Region | School location | Where is the role based? | Where will I work?
        The location | Your workplace | Where you'll find us | Job site | Location of post | Working location | Campus location
        Where we're based
        Where we are | Where it is | Find us""",
    "employment": """
        Anticipated start | Taking up appointment | Employment conditions | Part-time position: | Working week
        | Hours | Working hours | Hours of work | Schedule | Work schedule | Contract type | Employment type | Job type | Contract
        Start date | Duration | Terms and conditions | Terms of employment | Shift pattern | Shifts | Hours per week
        Contract length | Conditions of service | Employment status | Type of employment | Days and hours | Work pattern
        Position type | Time commitment | Probation period | Term | When | Hours: | Job Type: | Contract: | Duration: | Start:
        Expected start date | Length of contract | Vacancy type | Weekly hours | Appointment type | Working pattern
        Working time | Term of employment | Type of contract | Type | Schedule: | Shift | Work hours | Working days
        Hours & schedule | Employment: | Commitment | Timing | Full-time / Part-time | Availability | How many hours?
        When will I work? | Hours & days | Contract terms | Job hours | Shift times | Hours/schedule | Shift details
        Employment terms | Duration of contract | Employment Category | Roster | Rota | Term dates | Work hours & schedule
        Anticipated start date | Days & hours | Type of position | Contracted hours
        Hours & shifts | Your hours | Days and times | When you'd start | The contract""",
    "application": """
        Please send applications to: | Traineeship closing date | Submit applications to: | Send CV to | Expressions of interest
        | How to apply | Apply | Apply now | Application | Application process | Closing date | Application deadline
        Ways to apply | To apply | Interested? | Ready to apply? | Deadline | How do I apply? | Want to apply? | Contact
        Further information and how to apply | Sound interesting? | Does this sound like a good fit? | Applying
        Application instructions | If you're interested | For an informal chat, contact
        How to submit your application | Sounds good? | When applying, please include | How to apply: | To Apply: | Applications
        Apply here | Application deadline: | Deadline for applications | Closing date: | Contact us | Contact information
        Interested in joining us? | Interested in this role? | Think you fit the bill? | Get in touch | Ready to join us?
        How can I apply? | Submit your application | Applying for this role | Documents required | What to send
        To be considered | Application procedure | Apply today! | Apply by | Please apply | How to Apply & Contact | Enquiries
        Informal enquiries | How to apply for this job | Interested candidates | Interested applicants | Apply for this job
        Apply for this position | To apply for this role | How to submit | Applications must include | Submission instructions
        Application timeline | Closing date for applications | Job closing date | Apply before | Need more information?
        For more information | For further details contact | Who to contact | Contact person | Send your application to
        Want to join us? | Like what you see? | Like the sound of this? | Ready for a new challenge? | Ready? | Convinced?
        Apply with us | Application requirements
        Say hello | Like the sound of it? | Sound like you? | Want in? | Drop us a line | Write to us | Where to send it
        Over to you | Your next step | Get in touch with us | Come and see us | How to get the job
        To throw your hat in the ring | Send us your CV | Closing | Count me in | Are you in? | Talk to us | Fancy it?
        Tempted?""",
    "process": """
        Application review | Review of applications | Proposed interview date(s) | Short-listing
        | Interview process | Hiring process | Our hiring process | How we hire | What happens next? | Next steps
        Selection process | Recruitment process | Interviews | The interview process | Recruitment timeline
        What to expect from our interview process | Interview dates | Assessment | What happens after you apply?
        Selection procedure | The process | The hiring process | What's next? | What to expect | Interview stages
        Recruitment and selection | Interview | Interviews will be held | Selection | Our process | Steps in the process
        How the process works | Timeline | Our recruitment process | How we'll assess you | Pre-employment checks
        The recruitment process | Hiring timeline | Interview date: | What happens when you apply | After you apply
        Our interview process | The hiring process looks like this | What the process looks like | Recruitment steps | Stages
        Interview & selection | Selection and interview | Interview schedule | How does the process work? | How we select
        What to expect when you apply | Interview format | Shortlisting | Our selection process | Screening process
        How hiring goes | Steps from hello to contract | What happens after you apply | How we'll decide
        The road to an offer | Our steps | How You Will Be Evaluated | Hiring in four steps | What to expect after you apply
        The hiring journey | Interviews and assessment | The interview""",
    "equal_opportunity": """
        Equal opportunities | Equal Opportunity Employer | EEO statement | Diversity and inclusion | Our commitment to inclusion
        Accessibility | Reasonable adjustments | Accommodations | Diversity, equity & inclusion | Our commitment to diversity
        Inclusion statement | Equality, diversity and inclusion | Equal employment opportunity | We celebrate diversity
        Commitment to equal opportunity | Disability Confident | Everyone is welcome | EEO | EOE | Equality and diversity
        Inclusivity statement | DEI statement | Diversity statement | Equal Opportunity Statement | Accommodation statement
        ADA accommodations | Accessibility and accommodations | Our diversity commitment | An inclusive employer
        We are an equal opportunity employer | Commitment to diversity, equity, and inclusion | Equal opportunity and inclusion
        Inclusive hiring | Diversity & Inclusion at Elm House | Need adjustments? | Reasonable accommodation | EEO Policy
        Equal Opportunity | Equal Opportunities Policy | Diversity & equality | Commitment to diversity
        Diversity, Equity & Inclusion Commitment | Inclusion | Inclusion at Elm House | Accessibility statement
        Our inclusive workplace | Accommodations for applicants | Disability accommodations
        We're an equal opportunity employer | Affirmative action statement | Equality statement | Adjustments
        Non-discrimination statement | Inclusion and belonging
        Everybody's welcome | Fair hiring | We hire everyone | Come as you are | Equal opps | Everyone belongs here
        Our pledge on inclusion | Reasonable accommodations | All welcome | Diversity & inclusion at Fernwood
        We want you as you are | Be yourself | Inclusion matters to us | Open to all""",
    "reporting": """
        Key internal relationships | External relationships:
        | Reports to | Reporting to | Reporting line | Line manager | Responsible to | Accountable to | Supervision
        Supervisory responsibilities | Direct reports | Supervisor | Reporting structure | Management responsibilities
        Who you'll report to | Line management | The role reports to | Reporting relationships | Reports to: | Line Manager:
        Responsible for (staff) | Managerial responsibility | Manager | Direct reports: | Supervises | Reporting to:
        Position reports to | Team you'll manage | Who you'll work with | Key relationships | Reporting lines
        Immediate supervisor | Supervision received | Supervision exercised | Reports into | Report to: | Reporting Manager
        Reporting relationship | Organizational relationship | Supervisory responsibility | Supervision of others | Manages
        Line management responsibility | Direct supervisor | Number of direct reports
        Your boss | Your manager""",
    "success": """
        Evaluated on | You will be measured on
        | Success in this role looks like | What success looks like | In your first 90 days | Your first six months | KPIs
        How success is measured | In your first year | Measures of success | How we measure success | Key performance indicators
        Within your first month | By the end of your first year | 30-60-90 days | After three months, you will
        You will be successful if | In the first month, you'll | Success looks like | What does success look like?
        Measures of performance | Your first 90 days | First 30 days | In your first week | Success measures | Key results
        What you'll have achieved after a year | How you will be measured | Performance measures | Success criteria
        After 6 months you will have | 3 months in | What does success look like in this role? | Success indicators | KPI
        Key success factors | Performance expectations | In your first three months | Your first year
        How will success be measured? | What you'll accomplish in your first 90 days | Goals for the first six months
        First-year objectives | Measure of success""",
    "other": """
        Department | Job number | Reference | Date posted | Travel requirements | Work environment | Tech stack
        Additional information | Number of vacancies | Grade | Position number | Job code | Posting date | Vacancies | Division
        Job category | Ref no. | Industry | Employer | Company | Working environment | Job ID | Position | Title | Safeguarding
        Disclaimer | Notes | Background checks | Our stack | Privacy notice | Number of openings | Requisition number
        Posting number | Post number | Job reference number | School | Job family | About this ad | Important notice | Cookies
        Questions? | QUESTIONS | For questions about the role, please contact: | Any questions? | Currently looking for:
        Skills You Will Need to Learn | What you'll learn | Skills you will gain here | Knowledge you'll develop | Got a question?""",
}  # fmt: skip

TWO_KINDS: dict[str, tuple[str, ...]] = {
    "Salary and benefits": ("pay", "benefits"),
    "Location and benefits": ("location", "benefits"),
    "Compensation & Perks": ("pay", "benefits"),
    "Benefits and compensation": ("benefits", "pay"),
    "Location and hours": ("location", "employment"),
    "Responsibilities and requirements": ("responsibilities", "requirements"),
    "Application and selection process": ("application", "process"),
    "Required and preferred qualifications": ("requirements", "preferred"),
    "Requirements and nice-to-haves": ("requirements", "preferred"),
    "Skills & experience": ("requirements",),
    "Hours and pay": ("employment", "pay"),
    "Duties and essential functions": ("responsibilities",),
    "Desired or preferred qualifications": ("preferred",),
    "Why join us?": ("company", "benefits"),
    "Why you'll love working here": ("company", "benefits"),
}

# Wordings of the trade that open no section, or another one than a word in them suggests.
LOOKALIKES: dict[str, str | None] = {
    "Your main tasks as a ferry deckhand may include:": "responsibilities",
    "Duties of the post shall include:": "responsibilities",
    "The appointee will be responsible for:": "responsibilities",
    "Special requirements of the harbour crew include:": "requirements",
    "Applicants for the crew must:": "requirements",
    "To be eligible for any of our crews you must:": "requirements",
    "The person holding the post shall:": "requirements",
    "The right candidate will have:": "requirements",
    "Applicants must send:": "application",
    "Candidates should submit:": "application",
    "The appointee will receive:": "benefits",
    "Provisional interview dates": "process",
    "Taking up the post": "employment",
    "Details of the service": "company",
    "Extra details": "other",
    "Shortlisted candidates will be invited": None,
    "All applicants will be considered": None,
    "About the Technology": "other",
    "About our stack": "other",
    "About the Tech Team": "company",
    "What you need to know": "other",
    "To join us, you must have": "requirements",
    "We want you if": "requirements",
    "Our next steps": "process",
    "Getting up to speed": None,
    "Everyone's Calendar": None,
    "The Crew Room": None,
    "Shop Floor": None,
    "Head of Customer Experience": None,
    "Benefits Manager": None,
    "Payroll and Benefits Administrator": None,
    "Compensation Analyst": None,
    "Senior Location Manager": None,
    "Interview Coordinator": None,
    "Contract Manager": None,
    "Skills Trainer": None,
    "Requirements Engineer": None,
    "Diversity Officer": None,
    "Process Engineer": None,
    "Education Officer": None,
    "Experience Designer": None,
    "Data Scientist, Pricing": None,
    "Ward 7, Elm House": None,
    "Monday to Friday": None,
    "Leeds City Council": None,
    "Elm House": None,
    "User experience": None,
    "Patient experience": None,
    "Less than one year of experience": None,
    "Five years of experience": None,
    "Bakery": None,
    "Kitchen": None,
    "Night": None,
    "Great people": None,
    "Our goal this year": None,
    "Thank you": None,
    "Welcome": "company",
    "Good morning": None,
    "Flour and yeast": None,
    "Anaesthetics": None,
    "Mathematics": None,
    "Maintaining benefits records": None,
    "Greeting guests at the door": None,
    "Nothing": None,
    "Lunch": None,
    "Please note": "other",
    "About the benefits": "benefits",
    "About our hiring process": "process",
    "About your pay": "pay",
    "About the location": "location",
    "Preferred start date": "employment",
    "Referral bonus": "benefits",
    "Annual bonus": "benefits",
    "What we do for you": "benefits",
    "What we do": "company",
    "What you do": "responsibilities",
    "What you get": "benefits",
    "What you get to do": "responsibilities",
    "Where we work": "location",
    "How we work": "company",
    "How we hire": "process",
    "Why this role?": "summary",
    "Why Elm House?": "company",
    "What is the role?": "summary",
    "Who will you report to?": "reporting",
    "Application requirements": "application",
    "Physical requirements": "requirements",
    "Travel requirements": "other",
    "Interview requirements": "process",
    "Working conditions": "other",
    "Conditions of employment": "requirements",
    "Company benefits": "benefits",
    "Team responsibilities": "responsibilities",
    "Job location": "location",
    "Job requirements": "requirements",
    "Success stories": None,
    "You will receive": "benefits",
    "You will have": "requirements",
    "How did you hear about us?": "other",
    "Job title": "other",
    "Company name": "other",
    "Opening date": "other",
    "Closing date": "application",
    "Start date": "employment",
    "Interview date": "process",
    "Date": "other",
    "What makes us different": "company",
    "What would make you stand out": "preferred",
    "We are looking for a plumber to join our team": "requirements",
}

# Jobs, places, times and list items with a word of a heading in them, or none: they announce nothing.
NOTHING = """
    Registered Nurse | Kitchen Porter | Benefits Advisor, Housing | Contracts and Procurement Lead | Community Outreach
    Registered Manager, Elm House | Payroll Specialist | Compensation Partner | Talent Acquisition Partner
    Learning Support Assistant | Head of Year 9 | Teacher of Geography | Interviewer | Location Scout | Shift Leader
    Shift Supervisor, Nights | Schedule Planner | Duty Manager | Duty Solicitor | Task Force Lead | Mission Specialist
    Vision Care Technician | Values Officer | Recruitment Consultant | Requirements Analyst | Experience Manager
    Skills Coach | Knowledge Manager | Qualifications Officer | Equality Adviser | Inclusion Manager | Accessibility Engineer
    Apprentice Baker | Contract Cleaner | Summary Court Judge | Overview Planner | Team Leader | Company Secretary
    School Cook | Site Foreman | Base Station Engineer | Process Operator | Test Engineer | Exam Invigilator
    Pay and Reward Manager | Perks Coordinator | Leeds | London, Manchester and Bristol | Monday | 9am to 5pm
    Tuesday and Thursday evenings | Nights and weekends | £30,000 | Two years | GCSE English | Bachelor of Science | NMC PIN
    Forklift | Microsoft Word | Patience | Empathy | Teamwork | Honesty | Kindness | Coffee | Free parking | Cake on Fridays
    Spring 2026 | The end | Thanks for reading | Happy baking | Follow us | Sign in | Back to jobs | Print | Next page
    Elm Park School | St Mary's Hospital | Yorkshire | United Kingdom | Great Britain | Bread and cakes | Ovens and mixers
    Rye, wheat and spelt | Helping older people at home | Answering the telephone | Weighing flour | Cleaning tables
    Managing budgets | Serving food | Writing reports | Counting stock | Leading a team | Selling benefits to employers
    Reviewing applications | Scheduling interviews | Explaining requirements to suppliers | Negotiating contracts
    Recording hours | Updating job descriptions | Good with numbers | Able to lift trays | Own car | Hospital pharmacy
    Day surgery | Night shift | Weekend rota | Early years | Year 7 | Key stage 2 | Unit B"""


def rows() -> list[tuple[str, str]]:
    return [
        (text, kind) for kind, lines in HEADINGS.items() for line in lines.split("\n") for text in map(str.strip, line.split("|")) if text
    ]


@pytest.mark.parametrize(("text", "kind"), rows())
def test_a_heading_announces_its_kind(text: str, kind: str) -> None:
    assert classify(text).kinds[:1] == (kind,)


@pytest.mark.parametrize("text", [text for text, kind in rows() if kind != "other"])
def test_capitals_colon_and_emoji_change_nothing(text: str) -> None:
    kinds = classify(text).kinds
    assert classify(text.upper()).kinds == kinds
    assert classify(f"✨ {text.rstrip(':')}:").kinds == kinds
    assert classify(text.replace("'", "’")).kinds == kinds


@pytest.mark.parametrize(("text", "kinds"), TWO_KINDS.items())
def test_a_heading_may_cover_two_kinds(text: str, kinds: tuple[str, ...]) -> None:
    assert classify(text).kinds == kinds


@pytest.mark.parametrize(("text", "kind"), LOOKALIKES.items())
def test_lookalikes(text: str, kind: str | None) -> None:
    found = classify(text)
    assert (found.kinds[0] if found.kinds else None) == kind


@pytest.mark.parametrize("text", [text.strip() for line in NOTHING.split("\n") for text in line.split("|") if text.strip()])
def test_other_lines_announce_nothing(text: str) -> None:
    assert classify(text).kinds == ()


def test_the_houses_own_headings_win() -> None:
    reading = Reading(as_of=date(2026, 1, 15), headings={"the nitty gritty": "responsibilities", "benefits": "company"})
    assert classify("The nitty-gritty:", reading).kinds == ("responsibilities",)
    assert classify("**Benefits**", reading).kinds == ("company",)
    assert classify("Salary", reading).kinds == ("pay",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.2) What you’ll do:", "what you will do"),
        ("Salary & benefits", "salary and benefits"),
        ("IV. WHO WE'RE LOOKING FOR", "who we are looking for"),
        ("What's next", "what is next"),
        ("The cook's tasks", "the cook tasks"),
        ("", ""),
    ],
)
def test_normal_form(text: str, words: str) -> None:
    assert " ".join(normal(text)) == words


@pytest.mark.parametrize("text", ["", "   ", "🎉", "***", "1.", "a" * 500, "why " * 60, "what you " * 40])
def test_odd_texts_are_read(text: str) -> None:
    assert isinstance(classify(text).exact, bool)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Overview of the functions of the post", "responsibilities"),
        ("List of duties", "responsibilities"),
        ("About the position type:", "employment"),
        ("Type of role", "employment"),
        ("FLSA status", "other"),
        ("Exemption status:", "other"),
        ("Position background", "summary"),
        ("Background to the role", "summary"),
        ("Who?", "requirements"),
        ("We are", "company"),
        ("We're known for", "company"),
        ("Information about the ward", "company"),
        ("Information about the branch", "company"),
        ("Find out more about our school", "company"),
        ("Learn more about us…", "company"),
        ("What your new job could look like", "responsibilities"),
        ("What next?", "application"),
        ("Core qualifications - CQs:", "requirements"),
        ("Senior Leader Competencies (SLCs)", "requirements"),
        ("What you will gain", "benefits"),
        ("What you'll gain from us", "benefits"),
        ("Support and training", "benefits"),
        ("Career progression", "benefits"),
        ("Should have", "preferred"),
        ("Not a deal breaker", "preferred"),
        ("Languages required", "requirements"),
        ("What you're like", "requirements"),
        ("Who will love this job", "requirements"),
        ("Values and behaviours", "requirements"),
        ("How your application will be assessed", "process"),
        ("Special instructions to applicants", "application"),
        ("Visits to the school", "application"),
        ("Further particulars", "application"),
        ("What a shift looks like", "responsibilities"),
        ("Extra-curricular", "responsibilities"),
        ("Budget responsibility", "responsibilities"),
        ("Budget", "pay"),
        ("Duty hours", "employment"),
        ("Term time only", "employment"),
        ("Welcome from the head", "company"),
        ("Our commitment to reconciliation", "equal_opportunity"),
        ("Accommodation requests", "equal_opportunity"),
        ("Working with children check", "other"),
        ("Fraud alert", "other"),
    ],
)
def test_headings_of_many_houses(heading: str, kind: str) -> None:
    assert (classify(heading).kinds or ("",))[0] == kind
