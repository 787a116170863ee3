import { createTheme } from '@mantine/core'

/** The console's looks: fonts of the device, which all have Vietnamese; fields large enough for a thumb. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: 8,
  defaultRadius: 'md',
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  autoContrast: true,
  cursorType: 'pointer',
  components: {
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 2 } },
    Select: { defaultProps: { size: 'md', allowDeselect: false } },
    Button: { defaultProps: { size: 'md' } },
    Badge: { defaultProps: { size: 'lg', tt: 'none' } },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Đóng' } },
      styles: { description: { color: 'var(--mantine-color-text)' } },
    },
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Đóng' } },
      styles: { title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)' } },
    },
    // Titles in the colour of the frame are too light to read for many.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
  },
})
