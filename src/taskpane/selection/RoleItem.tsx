import { makeStyles, Select, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  item: { display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 0' },
  name: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  title: { overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase200 },
  aside: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  select: { flexShrink: 0, width: '132px' },
});

interface RoleItemProps<R extends string> {
  readonly title: string;
  readonly aside: string;
  readonly role: R;
  readonly roles: readonly R[];
  readonly roleNames: Readonly<Record<R, string>>;
  readonly isBusy: boolean;
  readonly onChange: (role: R) => void;
}

/** A row or column of a selection with what it was taken for, and the choice of something else. */
export function RoleItem<R extends string>({ title, aside, role, roles, roleNames, isBusy, onChange }: RoleItemProps<R>) {
  const styles = useStyles();
  return (
    <div className={styles.item}>
      <div className={styles.name}>
        <span className={styles.title}>{title}</span>
        <span className={styles.aside}>{aside}</span>
      </div>
      <Select
        className={styles.select}
        size="small"
        aria-label={`${title}, ${aside}`}
        aria-disabled={isBusy}
        value={role}
        onChange={(_event, { value }) => {
          const chosen = roles.find((candidate) => candidate === value);
          if (chosen !== undefined && !isBusy) onChange(chosen);
        }}
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {roleNames[one]}
          </option>
        ))}
      </Select>
    </div>
  );
}
