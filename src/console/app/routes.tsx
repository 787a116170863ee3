import {
  IconCalendarDue,
  IconChartBar,
  IconGavel,
  IconHeadset,
  IconHistory,
  IconHome,
  IconMessages,
  IconQuestionMark,
  IconRoute,
  IconSpeakerphone,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Role } from '../../storage/role'

/** A screen: it gets an address under `/console` and, unless hidden, a line in the menu. */
export type Screen = {
  /** `/answers`; with parameters as React Router takes them: `/answers/:id`. */
  path: string
  title: string
  icon: ComponentType<{ size?: number | string }>
  /** Who may open it; others do not see it in the menu. */
  least: Role
  /** Loads the screen's component when it is opened. */
  load(): Promise<ComponentType>
  /** Not in the menu: reached from another screen. */
  isHidden?: boolean
}

/** Every screen, in the order of the menu: a new one is one more here. */
export const screens: readonly Screen[] = [
  {
    path: '/',
    title: 'Trang chính',
    icon: IconHome,
    least: 'viewer',
    load: async () => (await import('./screens/home/home-screen')).HomeScreen,
  },
  {
    path: '/answers',
    title: 'Câu trả lời',
    icon: IconMessages,
    least: 'viewer',
    load: async () => (await import('./screens/answers/answers-screen')).AnswersScreen,
  },
  {
    path: '/answers/new',
    title: 'Thêm câu trả lời',
    icon: IconMessages,
    least: 'editor',
    load: async () => (await import('./screens/answers/new-entry-screen')).NewEntryScreen,
    isHidden: true,
  },
  {
    path: '/answers/waiting',
    title: 'Chờ duyệt, hẹn giờ',
    icon: IconMessages,
    least: 'viewer',
    load: async () => (await import('./screens/answers/waiting-screen')).WaitingScreen,
    isHidden: true,
  },
  {
    path: '/answers/:id',
    title: 'Câu trả lời',
    icon: IconMessages,
    least: 'viewer',
    load: async () => (await import('./screens/answers/entry-screen')).EntryScreen,
    isHidden: true,
  },
  {
    path: '/answers/:id/history',
    title: 'Các bản trước',
    icon: IconMessages,
    least: 'viewer',
    load: async () => (await import('./screens/answers/history-screen')).HistoryScreen,
    isHidden: true,
  },
  {
    path: '/answers/:id/replay',
    title: 'Nếu đăng thì điều gì thay đổi?',
    icon: IconMessages,
    least: 'editor',
    load: async () => (await import('./screens/answers/replay-screen')).ReplayScreen,
    isHidden: true,
  },
  {
    path: '/urgent',
    title: 'Đính chính khẩn',
    icon: IconSpeakerphone,
    least: 'viewer',
    load: async () => (await import('./screens/urgent/urgent-screen')).UrgentScreen,
  },
  {
    path: '/urgent/new',
    title: 'Viết đính chính khẩn',
    icon: IconSpeakerphone,
    least: 'editor',
    load: async () => (await import('./screens/urgent/new-bulletin-screen')).NewBulletinScreen,
    isHidden: true,
  },
  {
    path: '/flows',
    title: 'Hướng dẫn',
    icon: IconRoute,
    least: 'viewer',
    load: async () => (await import('./screens/flows/flows-screen')).FlowsScreen,
  },
  {
    path: '/flows/:id',
    title: 'Hướng dẫn',
    icon: IconRoute,
    least: 'viewer',
    load: async () => (await import('./screens/flows/flow-screen')).FlowScreen,
    isHidden: true,
  },
  {
    path: '/flows/:id/edit',
    title: 'Lời của hướng dẫn',
    icon: IconRoute,
    least: 'viewer',
    load: async () => (await import('./screens/flows/flow-edit-screen')).FlowEditScreen,
    isHidden: true,
  },
  {
    path: '/flows/:id/try',
    title: 'Thử hướng dẫn',
    icon: IconRoute,
    least: 'viewer',
    load: async () => (await import('./screens/flows/try-screen')).TryScreen,
    isHidden: true,
  },
  {
    path: '/flows/:id/history',
    title: 'Các bản trước',
    icon: IconRoute,
    least: 'viewer',
    load: async () => (await import('./screens/flows/flow-history-screen')).FlowHistoryScreen,
    isHidden: true,
  },
  {
    path: '/flows/:id/replay',
    title: 'Nếu đăng thì điều gì thay đổi?',
    icon: IconRoute,
    least: 'editor',
    load: async () => (await import('./screens/flows/flow-replay-screen')).FlowReplayScreen,
    isHidden: true,
  },
  {
    path: '/unanswered',
    title: 'Chưa trả lời được',
    icon: IconQuestionMark,
    least: 'viewer',
    load: async () => (await import('./screens/unanswered/unanswered-screen')).UnansweredScreen,
  },
  {
    path: '/waiting',
    title: 'Người chờ gặp cán bộ',
    icon: IconHeadset,
    least: 'viewer',
    load: async () => (await import('./screens/waiting/waiting-screen')).WaitingScreen,
  },
  {
    path: '/waiting/:id',
    title: 'Trả lời người dân',
    icon: IconHeadset,
    least: 'viewer',
    load: async () => (await import('./screens/waiting/talk-screen')).TalkScreen,
    isHidden: true,
  },
  {
    path: '/laws',
    title: 'Văn bản pháp luật',
    icon: IconGavel,
    least: 'viewer',
    load: async () => (await import('./screens/laws/laws-screen')).LawsScreen,
  },
  {
    path: '/laws/:id',
    title: 'Văn bản pháp luật',
    icon: IconGavel,
    least: 'viewer',
    load: async () => (await import('./screens/laws/law-screen')).LawScreen,
    isHidden: true,
  },
  {
    path: '/laws/reviews/:id',
    title: 'Danh sách xem lại',
    icon: IconGavel,
    least: 'viewer',
    load: async () => (await import('./screens/laws/law-review-screen')).LawReviewScreen,
    isHidden: true,
  },
  {
    path: '/reviews',
    title: 'Lịch xem lại',
    icon: IconCalendarDue,
    least: 'viewer',
    load: async () => (await import('./screens/reviews/reviews-screen')).ReviewsScreen,
  },
  {
    path: '/numbers',
    title: 'Số liệu',
    icon: IconChartBar,
    least: 'viewer',
    load: async () => (await import('./screens/numbers/numbers-screen')).NumbersScreen,
  },
  {
    path: '/audit',
    title: 'Nhật ký',
    icon: IconHistory,
    least: 'approver',
    load: async () => (await import('./screens/audit/audit-screen')).AuditScreen,
  },
  {
    path: '/people',
    title: 'Người dùng',
    icon: IconUsers,
    least: 'admin',
    load: async () => (await import('./screens/people/people-screen')).PeopleScreen,
  },
  {
    path: '/account',
    title: 'Tài khoản của tôi',
    icon: IconUserCircle,
    least: 'viewer',
    load: async () => (await import('./screens/account/account-screen')).AccountScreen,
    isHidden: true,
  },
]
